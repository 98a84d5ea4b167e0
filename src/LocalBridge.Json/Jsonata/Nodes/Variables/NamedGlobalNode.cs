using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Reads a variable given to the evaluation by its name, in a text that is compiled while the evaluation runs.</summary>
internal sealed class NamedGlobalNode(string name) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => evaluation.FindBinding(name);
}
