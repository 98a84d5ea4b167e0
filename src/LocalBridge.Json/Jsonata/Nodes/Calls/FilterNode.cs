using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Stands for <c>$filter</c> with a lambda.</summary>
internal sealed class FilterNode(NativeFunction function, Node list, InPlaceFunction body, CallSite site) : InPlaceCallNode(function, list, site)
{
    protected override JsonValue EvaluateItems(Evaluation evaluation, JsonValue context, JsonValue list)
    {
        var items = (JsonArray)list.Reference!;
        int mark = evaluation.Top;
        for (int i = 0; i < items.Count; i++)
        {
            JsonValue item = items[i];
            if (Truth.Of(body.Call(evaluation, context, item, i, list)))
            {
                evaluation.Push(item);
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }
}
