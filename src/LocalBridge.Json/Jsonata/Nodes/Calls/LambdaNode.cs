using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Makes a lambda of its body and of the variables around it.</summary>
internal sealed class LambdaNode(LambdaCode code) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        new LambdaValue(code, evaluation.Frame, context).ToValue();
}
