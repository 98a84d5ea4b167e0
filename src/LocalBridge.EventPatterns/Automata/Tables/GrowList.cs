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

    public readonly GrowList<T> Clone() => new() { Items = [.. Span], Count = Count };

    public void Add(T item)
    {
        if (Count == Items.Length)
        {
            Array.Resize(ref Items, Count < 8 ? 8 : Count * 2);
        }

        Items[Count++] = item;
    }

    /// <summary>Gives back the room kept for growth.</summary>
    public void Trim()
    {
        if (Items.Length > Count)
        {
            Array.Resize(ref Items, Count);
        }
    }
}
