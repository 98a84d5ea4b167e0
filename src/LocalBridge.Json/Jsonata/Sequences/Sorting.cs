using System.Buffers;

namespace LocalBridge.Json.Jsonata.Sequences;

/// <summary>Sorts arrays.</summary>
internal static class Sorting
{
    internal static JsonValue Sort<TRule>(JsonArray items, TRule rule)
        where TRule : struct, ISwapRule
    {
        int count = items.Count;
        int[] order = ArrayPool<int>.Shared.Rent(count * 2);
        try
        {
            for (int i = 0; i < count; i++)
            {
                order[i] = i;
            }

            MergeSort.Sort(order.AsSpan(0, count), order.AsSpan(count), ref rule);
            var sorted = new JsonValue[count];
            for (int i = 0; i < count; i++)
            {
                sorted[i] = items[order[i]];
            }

            return JsonArray.FromStorage(sorted, count);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(order);
        }
    }

    /// <summary>Sorts an array of numbers or of strings.</summary>
    /// <returns><see langword="null"/> where it is neither.</returns>
    internal static JsonValue? SortPlain(JsonArray items)
    {
        bool areNumbers = true;
        bool areTexts = true;
        foreach (JsonValue item in items.AsSpan())
        {
            areNumbers &= item.IsNumber && Values.Number.Check(item);
            areTexts &= item.IsString;
        }

        return areNumbers ? Sort(items, new NumberRule(items))
            : areTexts ? (JsonValue?)Sort(items, new TextRule(items))
            : default(JsonValue?);
    }

    private readonly struct NumberRule(JsonArray items) : ISwapRule
    {
        public bool ComesAfter(int left, int right) => items[left].GetDouble() > items[right].GetDouble();
    }

    private readonly struct TextRule(JsonArray items) : ISwapRule
    {
        public bool ComesAfter(int left, int right) => string.CompareOrdinal(items[left].GetString(), items[right].GetString()) > 0;
    }
}
