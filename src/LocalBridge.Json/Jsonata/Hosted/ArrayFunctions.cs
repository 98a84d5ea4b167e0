using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Hosted;

/// <summary>$partition and $range of Step Functions.</summary>
internal static class ArrayFunctions
{
    /// <summary>Cuts an array into arrays of a size; the last one has what is left.</summary>
    /// <exception cref="JsonataException">T0410: the size is not at least one.</exception>
    internal static JsonArray Partition(JsonArray array, double size)
    {
        if (!(Math.Truncate(size) >= 1))
        {
            throw LibraryFault.Create("T0410", size, index: 2);
        }

        var chunks = new JsonArrayBuilder();
        int width = (int)Math.Min(Math.Truncate(size), int.MaxValue);
        for (int start = 0; start < array.Count; start += Math.Min(width, array.Count - start))
        {
            JsonValue[] chunk = array.AsSpan().Slice(start, Math.Min(width, array.Count - start)).ToArray();
            chunks.Add(JsonArray.FromStorage(chunk, chunk.Length));
        }

        return chunks.Build();
    }

    /// <summary>Counts from a number to another one, inclusive, up or down. The engine makes a sequence of the result.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The bound.</param>
    /// <param name="step">The distance; not zero.</param>
    /// <param name="maximumLength">How long an array may be.</param>
    /// <exception cref="JsonataException">T0410: the step is zero; U1002: the result would be too long.</exception>
    internal static JsonArray Range(double first, double last, double step, int maximumLength)
    {
        if (step == 0 || !double.IsFinite(step))
        {
            throw LibraryFault.Create("T0410", step, index: 3);
        }

        double count = Math.Floor((last - first) / step) + 1;
        if (!(count > 0))
        {
            return JsonArray.Empty;
        }

        if (count > maximumLength)
        {
            throw FailureCodes.TooLarge();
        }

        var numbers = new JsonValue[(int)count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = first + (i * step);
        }

        return JsonArray.FromStorage(numbers, numbers.Length);
    }
}
