using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Stands for the context value, <c>$</c>.</summary>
internal sealed class ContextNode : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Sequence.Reduce(Sequence.Unwrap(context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) => Sequence.Unwrap(context);
}
