using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Evaluates an expression for each value, and applies one predicate to the results.</summary>
internal sealed class FilteredStep(Node node, Filter filter) : Step
{
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        JsonValue value = node.Evaluate(evaluation, item);
        // Even of nothing the predicate is asked: it may fail, or take nothing for a result.
        ReadOnlySpan<JsonValue> items = value.Reference is JsonArray array ? array.AsSpan() : [value];
        if (filter.Index is { } index)
        {
            WalkIndex(evaluation, items, index, ref sink);
            return;
        }

        AddNothing(ref sink);
        if (filter.IsBoolean)
        {
            foreach (JsonValue element in items)
            {
                if (filter.Predicate.Test(evaluation, element))
                {
                    evaluation.HoldsFunctions |= element.IsUndefined;
                    ForwardElement(evaluation, element, ref sink);
                }
            }

            return;
        }

        JsonValue constant = filter.EvaluateConstant(evaluation);
        for (int i = 0; i < items.Length; i++)
        {
            for (int times = filter.Count(evaluation, items[i], i, items.Length, constant); times > 0; times--)
            {
                evaluation.HoldsFunctions |= items[i].IsUndefined;
                ForwardElement(evaluation, items[i], ref sink);
            }
        }
    }

    // An array that a literal index takes out is the result itself, not an element of it.
    private void WalkIndex(Evaluation evaluation, scoped ReadOnlySpan<JsonValue> items, double index, ref PathSink sink)
    {
        int at = Filter.Resolve(index, items.Length);
        if ((uint)at >= (uint)items.Length)
        {
            AddNothing(ref sink);
        }
        else if (items[at].IsUndefined)
        {
            AddNothing(ref sink);
        }
        else if (items[at].IsArray)
        {
            Forward(evaluation, items[at], ref sink);
        }
        else
        {
            ForwardElement(evaluation, items[at], ref sink);
        }
    }
}
