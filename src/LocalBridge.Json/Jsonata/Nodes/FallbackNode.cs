using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Takes the left side, or the right side where the left one is nothing (<c>??</c>) or counts as false (<c>?:</c>).</summary>
internal sealed class FallbackNode(Node left, Node right, bool wantsTrue) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = left.Evaluate(evaluation, context);
        bool isTaken = wantsTrue ? Truth.Of(value) : !value.IsUndefined;
        return Sequence.Reduce(isTaken ? value : right.Evaluate(evaluation, context), KeepsArray);
    }
}
