using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Compares two numbers or two strings by order; nothing comes of a side that is nothing.</summary>
internal sealed class ComparisonNode<TOperator>(Node left, Node right, int position) : Node
    where TOperator : struct, IComparisonOperator
{
    internal override bool IsBoolean => true;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue leftValue = left.Evaluate(evaluation, context);
        JsonValue rightValue = right.Evaluate(evaluation, context);
        if (leftValue.TryGetNumber(out double leftNumber) && rightValue.TryGetNumber(out double rightNumber))
        {
            return TOperator.Apply(leftNumber, rightNumber);
        }

        return Compare(leftValue, rightValue, out bool result) ? result : default(JsonValue);
    }

    internal override bool Test(Evaluation evaluation, JsonValue context)
    {
        JsonValue leftValue = left.Evaluate(evaluation, context);
        JsonValue rightValue = right.Evaluate(evaluation, context);
        return leftValue.TryGetNumber(out double leftNumber) && rightValue.TryGetNumber(out double rightNumber)
            ? TOperator.Apply(leftNumber, rightNumber)
            : Compare(leftValue, rightValue, out bool result) && result;
    }

    private static bool IsComparable(JsonValue value) => value.IsUndefined || value.IsString || value.IsNumber;

    private bool Compare(JsonValue leftValue, JsonValue rightValue, out bool result)
    {
        result = false;
        if (!IsComparable(leftValue) || !IsComparable(rightValue))
        {
            throw new JsonataException("T2010", position, TOperator.Symbol, leftValue.IsString || leftValue.IsNumber ? rightValue : leftValue);
        }

        if (leftValue.IsUndefined || rightValue.IsUndefined)
        {
            return false;
        }

        if (leftValue.TryGetString(out string? leftText) && rightValue.TryGetString(out string? rightText))
        {
            result = TOperator.ApplyToOrder(string.CompareOrdinal(leftText, rightText));
            return true;
        }

        throw new JsonataException("T2009", position, TOperator.Symbol, leftValue) { SecondValue = rightValue };
    }
}
