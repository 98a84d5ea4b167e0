using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes.Constructors;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Applies predicates and a grouping to a value that is not the result of a path.</summary>
/// <param name="operand">What makes the value.</param>
/// <param name="predicates">The predicates.</param>
/// <param name="group">The grouping, or <see langword="null"/>.</param>
/// <param name="scope">The variables of a path in the operand that the predicates see, or <see langword="null"/>.</param>
internal sealed class PostfixNode(Node operand, Filter[] predicates, GroupNode? group, TupleScope? scope) : Node
{
    /// <summary>Gets a value indicating whether the value may be a call's result that the predicates take for one value, whatever it is.</summary>
    internal bool Unboxes { get; init; }

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);
        return Unboxes && result.Reference is BoxedResult boxed ? boxed.Value : result;
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = operand.EvaluateSequence(evaluation, context);
        if (scope is not null && value.Reference is TupleStream stream)
        {
            value = JsonValue.FromReference(stream.In(scope), 0);
        }

        foreach (Filter predicate in predicates)
        {
            value = predicate.Apply(evaluation, value);
        }

        return group is null ? value : group.Group(evaluation, value);
    }
}
