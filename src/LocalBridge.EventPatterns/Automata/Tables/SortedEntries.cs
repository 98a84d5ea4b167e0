namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>A sorted array. What is added waits at the end until <see cref="Sort"/> merges it in, so that adding many costs no more than adding one.</summary>
internal struct SortedEntries<T>
    where T : struct, IComparable<T>, IEquatable<T>
{
    private GrowList<T> _entries;
    private int _sorted;

    public SortedEntries() => _entries = new();

    public readonly int Count => _entries.Count;

    public readonly bool IsSorted => _sorted == _entries.Count;

    public readonly ReadOnlySpan<T> Span => _entries.Span;

    public readonly SortedEntries<T> Clone() => new() { _entries = _entries.Clone(), _sorted = _sorted };

    public void Add(T entry) => _entries.Add(entry);

    public void Remove(T entry)
    {
        int index = _entries.Span.IndexOf(entry);
        Array.Copy(_entries.Items, index + 1, _entries.Items, index, _entries.Count - index - 1);
        _entries.Count--;
        _sorted -= index < _sorted ? 1 : 0;
    }

    public void Sort()
    {
        if (IsSorted)
        {
            return;
        }

        T[] merged = new T[_entries.Count];
        Span<T> added = _entries.Items.AsSpan(_sorted.._entries.Count);
        ReadOnlySpan<T> kept = _entries.Span[.._sorted];
        added.Sort();
        int next = 0;
        foreach (ref readonly T entry in kept)
        {
            while (!added.IsEmpty && added[0].CompareTo(entry) < 0)
            {
                merged[next++] = added[0];
                added = added[1..];
            }

            merged[next++] = entry;
        }

        added.CopyTo(merged.AsSpan(next));
        _entries = new() { Items = merged, Count = merged.Length };
        _sorted = merged.Length;
    }
}
