using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Stands for <c>and</c> and <c>or</c>: the right side is evaluated only where the left side leaves the result open.</summary>
internal sealed class LogicNode(Node left, Node right, bool isOr, int position) : Node
{
    internal override bool IsBoolean => true;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Test(evaluation, context);

    internal override bool Test(Evaluation evaluation, JsonValue context) =>
        left.Test(evaluation, context) == isOr ? isOr : TestRight(evaluation, context);

    // The reference implementation tells the place of the operator, not that of the failure within the right side.
    private bool TestRight(Evaluation evaluation, JsonValue context)
    {
        try
        {
            return right.Test(evaluation, context);
        }
        catch (JsonataException failure) when (failure.Place(position, isOr ? "or" : "and"))
        {
            throw;
        }
    }
}
