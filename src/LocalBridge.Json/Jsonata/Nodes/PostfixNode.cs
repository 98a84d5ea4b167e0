using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Constructors;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Applies predicates and a grouping to a value that is not the result of a path.</summary>
internal sealed class PostfixNode(Node operand, Filter[] predicates, GroupNode? group) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = operand.EvaluateSequence(evaluation, context);
        foreach (Filter predicate in predicates)
        {
            value = predicate.Apply(evaluation, value);
        }

        return group is null ? value : group.Group(evaluation, value);
    }
}
