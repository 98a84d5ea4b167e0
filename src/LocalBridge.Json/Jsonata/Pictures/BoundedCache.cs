using System.Collections.Concurrent;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Keeps what was made from a text, so that a picture in a loop is read once; it forgets all when it holds too much.</summary>
/// <typeparam name="TKey">What the value was made from.</typeparam>
/// <typeparam name="TValue">What was made; immutable, for it is shared.</typeparam>
/// <param name="create">Makes a value; what it throws is not kept.</param>
/// <remarks>This type is safe to use from many threads at once.</remarks>
internal sealed class BoundedCache<TKey, TValue>(Func<TKey, TValue> create)
    where TKey : notnull
    where TValue : class
{
    // A program has a handful of pictures; hundreds mean that they are computed, and then no cache helps.
    internal const int Capacity = 128;

    private readonly ConcurrentDictionary<TKey, TValue> _values = new(concurrencyLevel: 1, capacity: 7);

    // The last value asked for: a loop asks for the same one again and again.
    private volatile Entry? _last;

    internal TValue Get(TKey key)
    {
        Entry? last = _last;
        if (last is not null && EqualityComparer<TKey>.Default.Equals(last.Key, key))
        {
            return last.Value;
        }

        if (!_values.TryGetValue(key, out TValue? value))
        {
            value = create(key);
            if (_values.Count >= Capacity)
            {
                _values.Clear();
            }

            _values.TryAdd(key, value);
        }

        _last = new Entry(key, value);
        return value;
    }

    private sealed class Entry(TKey key, TValue value)
    {
        internal TKey Key { get; } = key;

        internal TValue Value { get; } = value;
    }
}
