using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Changes the sign of a number.</summary>
internal sealed class NegationNode(Node operand, int position) : Node
{
    internal override bool IsConstant => operand.IsConstant;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = operand.Evaluate(evaluation, context);
        if (value.IsUndefined)
        {
            return default;
        }

        return Number.Check(value)
            ? JsonValue.FromFiniteDouble(-value.GetDouble())
            : throw new JsonataException("D1002", position, "-", value);
    }
}
