using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Calculates with two numbers; nothing comes of a side that is nothing.</summary>
internal sealed class NumericNode<TOperator>(Node left, Node right, int position) : Node
    where TOperator : struct, INumericOperator
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue leftValue = left.Evaluate(evaluation, context);
        JsonValue rightValue = right.Evaluate(evaluation, context);
        if (leftValue.TryGetNumber(out double leftNumber) && rightValue.TryGetNumber(out double rightNumber))
        {
            double result = TOperator.Apply(leftNumber, rightNumber);
            if (double.IsFinite(result) && (!TOperator.ShrinksInfinity || double.IsFinite(rightNumber)))
            {
                return JsonValue.FromFiniteDouble(result);
            }
        }

        return EvaluateUnusual(evaluation, leftValue, rightValue);
    }

    private JsonValue EvaluateUnusual(Evaluation evaluation, JsonValue leftValue, JsonValue rightValue)
    {
        try
        {
            if (!leftValue.IsUndefined && !Number.Check(leftValue))
            {
                throw new JsonataException("T2001", -1, null, leftValue);
            }

            if (!rightValue.IsUndefined && !Number.Check(rightValue))
            {
                throw new JsonataException("T2002", -1, null, rightValue);
            }
        }
        catch (JsonataException failure) when (failure.Place(position, TOperator.Symbol))
        {
            throw;
        }

        if (leftValue.IsUndefined || rightValue.IsUndefined)
        {
            return default;
        }

        // The result cannot be written as JSON, but it may be compared or only counted.
        evaluation.HoldsNonFinite = true;
        return JsonValue.FromFiniteDouble(TOperator.Apply(leftValue.GetDouble(), rightValue.GetDouble()));
    }
}
