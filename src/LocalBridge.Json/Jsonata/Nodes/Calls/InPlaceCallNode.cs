using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Calls a built-in function that calls a lambda written as its argument.</summary>
internal abstract class InPlaceCallNode(NativeFunction function, Node list, CallSite site) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = EvaluateSequence(evaluation, context);
        return site.IsTail ? result : Sequence.Reduce(result, KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue items = list.Evaluate(evaluation, context);
        if (items.Reference is not JsonArray)
        {
            if (items.IsUndefined)
            {
                return EvaluateNothing(evaluation, context);
            }

            items = JsonArray.FromStorage([FunctionValue.AsArgument(items)], 1);
        }

        function.NoteCall(evaluation, site.CallPosition, site.Token);
        try
        {
            return EvaluateItems(evaluation, context, items);
        }
        catch (JsonataException failure) when (site.Locate(evaluation, function, failure))
        {
            throw;
        }
    }

    /// <summary>Evaluates what has to be evaluated where there is no list.</summary>
    protected virtual JsonValue EvaluateNothing(Evaluation evaluation, JsonValue context) => default;

    /// <summary>Evaluates the call for a list.</summary>
    protected abstract JsonValue EvaluateItems(Evaluation evaluation, JsonValue context, JsonValue list);
}
