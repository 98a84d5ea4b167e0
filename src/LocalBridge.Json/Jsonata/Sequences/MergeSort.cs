namespace LocalBridge.Json.Jsonata.Sequences;

/// <summary>Sorts stably by merging halves. The order of the comparisons is part of the language: a comparison may be a function that is no order at all.</summary>
internal static class MergeSort
{
    internal static void Sort<TRule>(Span<int> order, Span<int> buffer, ref TRule rule)
        where TRule : struct, ISwapRule, allows ref struct
    {
        if (order.Length <= 1)
        {
            return;
        }

        int middle = order.Length / 2;
        Sort(order[..middle], buffer, ref rule);
        Sort(order[middle..], buffer, ref rule);
        Merge(order, middle, buffer, ref rule);
    }

    private static void Merge<TRule>(Span<int> order, int middle, Span<int> buffer, ref TRule rule)
        where TRule : struct, ISwapRule, allows ref struct
    {
        Span<int> left = buffer[..middle];
        order[..middle].CopyTo(left);
        int leftAt = 0;
        int rightAt = middle;
        int target = 0;
        while (leftAt < left.Length && rightAt < order.Length)
        {
            order[target++] = rule.ComesAfter(left[leftAt], order[rightAt]) ? order[rightAt++] : left[leftAt++];
        }

        left[leftAt..].CopyTo(order[target..]);
    }
}
