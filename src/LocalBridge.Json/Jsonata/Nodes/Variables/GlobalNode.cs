using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Reads a variable given to the evaluation.</summary>
internal sealed class GlobalNode(int index) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => evaluation.Globals[index];
}
