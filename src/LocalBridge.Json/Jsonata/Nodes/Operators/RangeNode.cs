using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Operators;

/// <summary>Makes the integers from one to another.</summary>
internal sealed class RangeNode(Node left, Node right, int position) : Node
{
    // The reference implementation's own bound.
    private const double Largest = 1e7;

    internal override bool IsConstant => left.IsConstant && right.IsConstant;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue sequence = EvaluateSequence(evaluation, context);
        return Sequence.Reduce(sequence, KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        if (!TryGetBounds(evaluation, context, out double first, out int count))
        {
            return default;
        }

        var items = new JsonValue[count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = JsonValue.FromFiniteDouble(first + i);
        }

        return Sequence.Of(items);
    }

    /// <summary>Evaluates both ends without making the integers between.</summary>
    /// <returns><see langword="false"/> where there are none.</returns>
    internal bool TryGetBounds(Evaluation evaluation, JsonValue context, out double first, out int count)
    {
        JsonValue from = left.Evaluate(evaluation, context);
        JsonValue to = right.Evaluate(evaluation, context);
        first = 0;
        count = 0;
        if (!from.IsUndefined && !IsInteger(from))
        {
            throw new JsonataException("T2003", position, "..", from);
        }

        if (!to.IsUndefined && !IsInteger(to))
        {
            throw new JsonataException("T2004", position, "..", to);
        }

        if (from.IsUndefined || to.IsUndefined || from.GetDouble() > to.GetDouble())
        {
            return false;
        }

        first = from.GetDouble();
        double size = to.GetDouble() - first + 1;
        if (size > Largest || size > evaluation.Limits.SequenceLength)
        {
            JsonataException failure = size > Largest ? evaluation.Limits.RangeFault(size) : evaluation.Limits.SequenceFault((long)size);
            failure.Place(position, "..");
            throw failure;
        }

        evaluation.CheckTime();
        count = (int)size;
        return true;
    }

    private static bool IsInteger(JsonValue value) =>
        value.TryGetNumber(out double number) && double.IsFinite(number) && Math.Truncate(number) == number;
}
