using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Stands for a string, a number, true, false, null, a function or a regular expression.</summary>
internal sealed class LiteralNode(JsonValue value) : Node
{
    internal JsonValue Value { get; } = value;

    internal override bool IsBoolean => Value.IsBoolean;

    internal override bool IsConstant => true;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Value;
}
