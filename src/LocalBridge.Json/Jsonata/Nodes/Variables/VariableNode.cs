using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Reads a variable of the expression; while it is not bound, what it hides shows.</summary>
internal sealed class VariableNode(Place place, Node? hidden) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = place.In(evaluation);
        return !ReferenceEquals(value.Reference, Unbound.Instance) ? value
            : hidden is null ? default
            : hidden.EvaluateSequence(evaluation, context);
    }
}
