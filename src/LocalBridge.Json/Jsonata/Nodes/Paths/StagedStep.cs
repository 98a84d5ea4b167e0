using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Evaluates an expression for each value, and applies several predicates to the results, one after the other.</summary>
internal sealed class StagedStep(Node node, Filter[] filters) : Step
{
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        JsonValue value = node.Evaluate(evaluation, item);
        foreach (Filter filter in filters)
        {
            value = filter.Apply(evaluation, value);
        }

        if (!Sequence.IsSequence(value))
        {
            Forward(evaluation, value, ref sink);
            return;
        }

        AddNothing(ref sink);
        foreach (JsonValue element in value.AsArray().AsSpan())
        {
            ForwardElement(evaluation, element, ref sink);
        }
    }
}
