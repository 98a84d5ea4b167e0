using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Reads a variable on the stack that is bound whenever it can be seen.</summary>
internal sealed class LocalNode(int slot) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) => Sequence.Reduce(evaluation.Local(slot), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) => evaluation.Local(slot);
}
