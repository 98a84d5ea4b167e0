using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>The intrinsic functions on arrays.</summary>
internal static class ArrayFunctions
{
    private const int LongestRange = 1000;

    internal static IntrinsicResult Partition(JsonValue[] arguments)
    {
        if (!arguments[0].IsArray)
        {
            return IntrinsicResult.WrongType("the first argument", "an array", arguments[0]);
        }

        if (!arguments[1].TryGetInt64(out long size) || size <= 0)
        {
            return IntrinsicResult.WrongType("the chunk size", "a positive integer", arguments[1]);
        }

        ReadOnlySpan<JsonValue> items = arguments[0].AsArray().AsSpan();
        var chunks = new JsonArrayBuilder();
        for (long start = 0; start < items.Length; start += size)
        {
            int length = (int)Math.Min(size, items.Length - start);
            chunks.Add(JsonArray.Create(items.Slice((int)start, length)));
        }

        return IntrinsicResult.Of(chunks.Build());
    }

    internal static IntrinsicResult Contains(JsonValue[] arguments)
    {
        if (!arguments[0].IsArray)
        {
            return IntrinsicResult.WrongType("the first argument", "an array", arguments[0]);
        }

        foreach (JsonValue item in arguments[0].AsArray())
        {
            if (item.Equals(arguments[1]))
            {
                return IntrinsicResult.Of(true);
            }
        }

        return IntrinsicResult.Of(false);
    }

    internal static IntrinsicResult Range(JsonValue[] arguments)
    {
        Span<long> numbers = stackalloc long[3];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!MathFunctions.TryRound(arguments[i], out numbers[i]))
            {
                return IntrinsicResult.WrongType("an argument", "a number", arguments[i]);
            }
        }

        (long first, long last, long increment) = (numbers[0], numbers[1], numbers[2]);
        if (increment == 0)
        {
            return IntrinsicResult.Invalid("the increment must not be 0");
        }

        decimal count = Math.Floor(((decimal)last - first) / increment) + 1;
        if (count > LongestRange)
        {
            return IntrinsicResult.Invalid($"the array would have {count} items, but {LongestRange} are allowed");
        }

        var items = new JsonArrayBuilder();
        for (int i = 0; i < count; i++)
        {
            items.Add(first + (i * increment));
        }

        return IntrinsicResult.Of(items.Build());
    }

    internal static IntrinsicResult GetItem(JsonValue[] arguments)
    {
        if (!arguments[0].IsArray)
        {
            return IntrinsicResult.WrongType("the first argument", "an array", arguments[0]);
        }

        if (!arguments[1].TryGetInt64(out long index))
        {
            return IntrinsicResult.WrongType("the index", "an integer", arguments[1]);
        }

        JsonArray array = arguments[0].AsArray();
        return index >= 0 && index < array.Count
            ? IntrinsicResult.Of(array[(int)index])
            : IntrinsicResult.Invalid($"the index {index} is outside the array of {array.Count} items");
    }

    internal static IntrinsicResult Length(JsonValue[] arguments) => arguments[0].IsArray
        ? IntrinsicResult.Of(arguments[0].Count)
        : IntrinsicResult.WrongType("the argument", "an array", arguments[0]);

    /// <summary>Keeps the first of equal items, and the order.</summary>
    internal static IntrinsicResult Unique(JsonValue[] arguments)
    {
        if (!arguments[0].IsArray)
        {
            return IntrinsicResult.WrongType("the argument", "an array", arguments[0]);
        }

        var seen = new HashSet<JsonValue>();
        var items = new JsonArrayBuilder();
        foreach (JsonValue item in arguments[0].AsArray())
        {
            if (seen.Add(item))
            {
                items.Add(item);
            }
        }

        return IntrinsicResult.Of(items.Build());
    }
}
