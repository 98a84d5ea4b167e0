using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>
/// Evaluates an expression for each value and binds its input, its results or their positions to variables on the stack, where the steps behind read
/// them: as each result goes on at once, the variables hold what belongs to it.
/// </summary>
/// <param name="node">The expression.</param>
/// <param name="ancestor">The variable that takes the input, or -1.</param>
/// <param name="focus">The variable that takes the result, or -1; the context value then stays the input.</param>
/// <param name="index">The variable that takes the position, or -1.</param>
/// <param name="conditions">Predicates, none of which can be a position.</param>
internal sealed class BindingStep(Node node, int ancestor, int focus, int index, Node[] conditions) : Step
{
    internal override void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink)
    {
        JsonValue value = node.Evaluate(evaluation, item);
        if (value.Reference is JsonArray array)
        {
            evaluation.Tick();
            ReadOnlySpan<JsonValue> elements = array.AsSpan();
            for (int i = 0; i < elements.Length; i++)
            {
                Bind(evaluation, item, elements[i], i, ref sink);
            }
        }
        else if (!value.IsUndefined)
        {
            Bind(evaluation, item, value, 0, ref sink);
        }
    }

    private void Bind(Evaluation evaluation, JsonValue item, JsonValue element, int position, ref PathSink sink)
    {
        if (ancestor >= 0)
        {
            evaluation.Local(ancestor) = item;
        }

        if (index >= 0)
        {
            evaluation.Local(index) = position;
        }

        JsonValue next = element;
        if (focus >= 0)
        {
            evaluation.Local(focus) = element;
            next = item;
        }

        foreach (Node condition in conditions)
        {
            if (!condition.Test(evaluation, next))
            {
                return;
            }
        }

        ForwardElement(evaluation, next, ref sink);
    }
}
