using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Compares by content. Nothing is neither equal to anything nor unequal.</summary>
internal sealed class EqualityNode(Node left, Node right, bool isNegated) : Node
{
    internal override bool IsBoolean => true;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Test(evaluation, context);

    internal override bool Test(Evaluation evaluation, JsonValue context)
    {
        JsonValue leftValue = left.Evaluate(evaluation, context);
        JsonValue rightValue = right.Evaluate(evaluation, context);
        return !leftValue.IsUndefined && !rightValue.IsUndefined && Equality.Equal(leftValue, rightValue) != isNegated;
    }
}
