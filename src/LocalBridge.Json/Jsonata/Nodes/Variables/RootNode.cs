using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Reads the whole input, <c>$$</c>.</summary>
internal sealed class RootNode : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => evaluation.Root;
}
