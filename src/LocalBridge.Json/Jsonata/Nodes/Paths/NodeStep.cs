using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Evaluates any expression for each value.</summary>
internal sealed class NodeStep(Node node) : Step
{
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        JsonValue value = node.Evaluate(evaluation, item);
        if (!value.IsUndefined)
        {
            Forward(evaluation, value, ref sink);
        }
    }
}
