using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Stands for <c>$reduce</c> with a lambda.</summary>
internal sealed class ReduceNode(NativeFunction function, Node list, InPlaceFunction body, Node? start, CallSite site)
    : InPlaceCallNode(function, list, site)
{
    protected override JsonValue EvaluateNothing(Evaluation evaluation, JsonValue context)
    {
        start?.Evaluate(evaluation, context);
        return default;
    }

    protected override JsonValue EvaluateItems(Evaluation evaluation, JsonValue context, JsonValue list)
    {
        var items = (JsonArray)list.Reference!;
        JsonValue result = start is null ? default : start.Evaluate(evaluation, context);
        if (result.Reference is FunctionValue)
        {
            throw new JsonataException("T0410", -1, null, result) { Index = 3 };
        }

        int first = 0;
        if (result.IsUndefined && items.Count > 0)
        {
            result = items[0];
            first = 1;
        }

        for (int i = first; i < items.Count; i++)
        {
            Frame? around = body.Begin(evaluation);
            body.Bind(evaluation, 0, result);
            body.Bind(evaluation, 1, items[i]);
            body.Bind(evaluation, 2, i);
            body.Bind(evaluation, 3, list);
            body.BindRest(evaluation, 4);
            result = body.Body.Evaluate(evaluation, context);
            evaluation.Frame = around;
        }

        return result;
    }
}
