using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Stands in a deeply nested expression and checks that the call stack has room.</summary>
internal sealed class GuardNode(Node node) : Node
{
    internal override bool IsBoolean => node.IsBoolean;

    internal override bool IsConstant => node.IsConstant;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        Check();
        return node.Evaluate(evaluation, context);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        Check();
        return node.EvaluateSequence(evaluation, context);
    }

    /// <exception cref="JsonataException">There is hardly any room left.</exception>
    internal static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }
    }
}
