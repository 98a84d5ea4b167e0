using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Takes a field of the context value, where it is one step among others.</summary>
internal sealed class FieldNode(string name) : Node
{
    private int _hint;

    internal string Name => name;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(FieldLookup.Find(evaluation, context, name, ref _hint), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) =>
        FieldLookup.Find(evaluation, context, name, ref _hint);
}
