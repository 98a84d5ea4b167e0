using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Stands for <c>$map</c> with a lambda.</summary>
internal sealed class MapNode(NativeFunction function, Node list, InPlaceFunction body, CallSite site) : InPlaceCallNode(function, list, site)
{
    protected override JsonValue EvaluateItems(Evaluation evaluation, JsonValue context, JsonValue list)
    {
        var items = (JsonArray)list.Reference!;
        int mark = evaluation.Top;
        for (int i = 0; i < items.Count; i++)
        {
            JsonValue result = body.Call(evaluation, context, items[i], i, list);
            if (!result.IsUndefined)
            {
                evaluation.Push(result);
                evaluation.Note(result);
            }
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }
}
