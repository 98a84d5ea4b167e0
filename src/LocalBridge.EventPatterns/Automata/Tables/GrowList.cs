namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>A growing array whose items are reached by reference. A copy of the struct shares the items; <see cref="Clone"/> does not.</summary>
internal struct GrowList<T>
{
    public T[] Items;
    public int Count;

    public GrowList()
    {
        Items = [];
        Count = 0;
    }

    public readonly ref T this[int index] => ref Items[index];

    public readonly ReadOnlySpan<T> Span => Items.AsSpan(0, Count);

    /// <summary>A list with items of its own, and room for a few more: most changes are small.</summary>
    public readonly GrowList<T> Clone()
    {
        T[] items = new T[Count + (Count >> 5) + 2];
        Span.CopyTo(items);
        return new GrowList<T> { Items = items, Count = Count };
    }

    public void Add(T item)
    {
        if (Count == Items.Length)
        {
            Array.Resize(ref Items, Count < 8 ? 8 : Count * 2);
        }

        Items[Count++] = item;
    }

    /// <summary>Gives back room kept for growth, if it is much.</summary>
    public void Trim()
    {
        if (Items.Length - Count > (Count >> 4) + 4)
        {
            Array.Resize(ref Items, Count);
        }
    }
}
