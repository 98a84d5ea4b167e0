using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Looks whether a value is among others.</summary>
internal sealed class InclusionNode(Node left, Node right) : Node
{
    internal override bool IsBoolean => true;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Test(evaluation, context);

    internal override bool Test(Evaluation evaluation, JsonValue context)
    {
        JsonValue wanted = left.Evaluate(evaluation, context);
        JsonValue among = right.Evaluate(evaluation, context);
        if (wanted.IsUndefined || among.IsUndefined)
        {
            return false;
        }

        if (!among.TryGetArray(out JsonArray? array))
        {
            return Equality.Identical(wanted, among);
        }

        foreach (JsonValue item in array.AsSpan())
        {
            if (Equality.Identical(wanted, item))
            {
                return true;
            }
        }

        return false;
    }
}
