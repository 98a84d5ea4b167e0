using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Makes a function of a transform.</summary>
internal sealed class TransformNode(TransformCode code) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => new TransformValue(code, evaluation.Frame).ToValue();
}
