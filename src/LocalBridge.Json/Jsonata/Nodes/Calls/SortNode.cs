using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;
using LocalBridge.Json.Jsonata.Values;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Stands for <c>$sort</c> with a lambda.</summary>
internal sealed class SortNode(NativeFunction function, Node list, InPlaceFunction body, CallSite site) : InPlaceCallNode(function, list, site)
{
    protected override JsonValue EvaluateItems(Evaluation evaluation, JsonValue context, JsonValue list)
    {
        var items = (JsonArray)list.Reference!;
        return items.Count <= 1 ? list : Sorting.Sort(items, new Rule(evaluation, context, items, body));
    }

    private readonly struct Rule(Evaluation evaluation, JsonValue context, JsonArray items, InPlaceFunction body) : ISwapRule
    {
        public bool ComesAfter(int left, int right)
        {
            Frame? around = body.Begin(evaluation);
            body.Bind(evaluation, 0, items[left]);
            body.Bind(evaluation, 1, items[right]);
            body.BindRest(evaluation, 2);
            JsonValue result = body.Body.Evaluate(evaluation, context);
            evaluation.Frame = around;
            return Truthy.Of(result);
        }
    }
}
