using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a path with an order-by clause: what comes before is collected and ordered, then the steps behind go on.</summary>
internal sealed class SortedPathNode(Node upstream, Ordering ordering, Filter[] filters, Step? first) : PathBase
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        first is null ? Sequence.Reduce(Order(evaluation, context), KeepsArray) : base.Evaluate(evaluation, context);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) =>
        first is null ? Order(evaluation, context) : base.EvaluateSequence(evaluation, context);

    internal override void Feed(Evaluation evaluation, JsonValue context, ref PathSink sink)
    {
        JsonValue ordered = Order(evaluation, context);
        if (first is null)
        {
            sink.Add(ordered);
        }
        else if (ordered.Reference is JsonArray items)
        {
            first.WalkAll(evaluation, items, ref sink);
        }
        else
        {
            first.Walk(evaluation, ordered, ref sink);
        }
    }

    private JsonValue Order(Evaluation evaluation, JsonValue context)
    {
        JsonValue list = upstream.EvaluateSequence(evaluation, context);
        JsonValue ordered = ordering.Sort(evaluation, list.Reference is JsonArray array ? Sequence.Of(array) : list);
        foreach (Filter filter in filters)
        {
            ordered = filter.Apply(evaluation, ordered);
        }

        return ordered;
    }
}
