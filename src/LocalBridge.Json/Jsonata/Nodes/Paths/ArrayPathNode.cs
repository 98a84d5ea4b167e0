using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a path that starts at an array written in the expression: it is evaluated once, not for each element of the context.</summary>
internal sealed class ArrayPathNode(Node head, Step first) : PathBase
{
    internal override void Feed(Evaluation evaluation, JsonValue context, ref PathSink sink)
    {
        JsonValue value = head.Evaluate(evaluation, context.IsArray ? context : Sequence.Single(context));
        if (value.Reference is not JsonArray items)
        {
            return;
        }

        if (items.Count == 0)
        {
            // A path breaks off at an empty array, which is its result.
            sink.Add(value);
        }
        else
        {
            first.WalkAll(evaluation, items, ref sink);
        }
    }
}
