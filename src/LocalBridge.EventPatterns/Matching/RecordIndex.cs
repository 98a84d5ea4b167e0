using System.Buffers;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>The records of an event grouped by path, in the order of the event.</summary>
internal ref struct RecordIndex
{
    private readonly int[] _starts;
    private readonly int[] _order;

    public RecordIndex(int paths, ReadOnlySpan<ValueRecord> records)
    {
        _starts = ArrayPool<int>.Shared.Rent(paths + 2);
        _order = ArrayPool<int>.Shared.Rent(Math.Max(1, records.Length));
        _starts.AsSpan(0, paths + 2).Clear();

        // Counting sort: counts are kept two places further, so that filling in leaves the starts where they belong.
        foreach (ref readonly ValueRecord record in records)
        {
            _starts[record.Path + 2]++;
        }

        for (int i = 2; i < paths + 2; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        for (int i = 0; i < records.Length; i++)
        {
            _order[_starts[records[i].Path + 1]++] = i;
        }
    }

    /// <summary>Numbers of the records of a path from <paramref name="first"/> up to but without <paramref name="end"/>.</summary>
    public readonly ReadOnlySpan<int> Of(int path, int first, int end)
    {
        ReadOnlySpan<int> all = _order.AsSpan(_starts[path], _starts[path + 1] - _starts[path]);
        int from = LowerBound(all, first);
        return all[from..(from + LowerBound(all[from..], end))];
    }

    /// <summary>How many entries are less than a number.</summary>
    public static int LowerBound(ReadOnlySpan<int> ascending, int number)
    {
        int index = ascending.BinarySearch(number);
        return index < 0 ? ~index : index;
    }

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_order);
    }
}
