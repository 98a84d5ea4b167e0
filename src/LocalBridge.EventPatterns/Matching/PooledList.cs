using System.Buffers;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>A growing list over the array pool. Costs nothing until something is added.</summary>
internal struct PooledList<T>
    where T : unmanaged
{
    private T[]? _items;

    public int Count { get; private set; }

    public readonly Span<T> Items => _items.AsSpan(0, Count);

    public readonly ref T this[int index] => ref _items![index];

    public void Add(T item)
    {
        if (_items is null || Count == _items.Length)
        {
            Grow();
        }

        _items![Count++] = item;
    }

    public void Truncate(int count) => Count = count;

    public void Dispose()
    {
        if (_items is not null)
        {
            ArrayPool<T>.Shared.Return(_items);
            _items = null;
            Count = 0;
        }
    }

    private void Grow()
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(32, Count * 2));
        if (_items is not null)
        {
            Items.CopyTo(larger);
            ArrayPool<T>.Shared.Return(_items);
        }

        _items = larger;
    }
}
