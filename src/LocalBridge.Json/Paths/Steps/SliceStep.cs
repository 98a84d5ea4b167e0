using System.Globalization;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>[1:3]</c>, <c>[1:]</c> or <c>[:3]</c>.</summary>
internal sealed class SliceStep(int position, int? start, int? end) : PathStep(position)
{
    internal override bool IsDefinite => false;

    internal override string Text => string.Create(CultureInfo.InvariantCulture, $"[{start}:{end}]");

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        if (!ArrayStep.TryGetArray(this, walk, value, out JsonArray? array))
        {
            return false;
        }

        (int first, int last) = Bounds(array.Count);
        for (int index = first; index < last; index++)
        {
            if (!ArrayStep.EvaluateElement(this, walk, array, index))
            {
                return false;
            }
        }

        return true;
    }

    // Differs from what one expects, as the service does: a negative bound counts from the end only where the other bound is left out.
    private (int First, int Last) Bounds(int count)
    {
        if (end is not { } to)
        {
            int from = start.GetValueOrDefault();
            return (Math.Max(0, from < 0 ? count + from : from), count);
        }

        if (start is { } low)
        {
            return count == 0 ? (0, 0) : (low, Math.Min(count, to));
        }

        return (0, Math.Min(count, to < 0 ? count + to : to));
    }
}
