using System.Diagnostics;

namespace LocalBridge.Json;

/// <summary>Collects the elements of a <see cref="JsonArray"/>.</summary>
/// <remarks>This type is mutable and not safe to use from several threads at once. A builder builds once.</remarks>
[DebuggerDisplay("Count = {Count}")]
public sealed class JsonArrayBuilder
{
    private const int FirstCapacity = 4;

    // Null once the storage has been handed over.
    private JsonValue[]? _items;

    /// <summary>Initializes a new instance of the <see cref="JsonArrayBuilder"/> class.</summary>
    public JsonArrayBuilder()
        : this(0)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="JsonArrayBuilder"/> class with room for some elements.</summary>
    /// <param name="capacity">How many elements are expected; more may come.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public JsonArrayBuilder(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _items = capacity == 0 ? [] : new JsonValue[capacity];
    }

    /// <summary>Gets the number of elements collected.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an element.</summary>
    /// <param name="value">The element.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Build"/> has been called.</exception>
    public void Add(JsonValue value)
    {
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        JsonValue[] items = Reserve(1);
        items[Count++] = value;
    }

    /// <summary>Adds elements.</summary>
    /// <param name="values">The elements, none of them <see cref="JsonValue.Undefined"/>.</param>
    /// <exception cref="ArgumentException">An element is <see cref="JsonValue.Undefined"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Build"/> has been called.</exception>
    public void AddRange(params ReadOnlySpan<JsonValue> values)
    {
        foreach (JsonValue value in values)
        {
            if (value.IsUndefined)
            {
                JsonMessages.ThrowUndefined(nameof(values));
            }
        }

        JsonValue[] items = Reserve(values.Length);
        values.CopyTo(items.AsSpan(Count));
        Count += values.Length;
    }

    /// <summary>Builds the array and gives the storage to it: this builder cannot be used again.</summary>
    /// <returns>The array.</returns>
    /// <exception cref="InvalidOperationException">The method has been called before.</exception>
    public JsonArray Build()
    {
        JsonValue[] items = Reserve(0);
        _items = null;

        // Storage that is mostly unused would stay alive as long as the array does.
        return Count < items.Length - (items.Length / 4)
            ? JsonArray.FromStorage(items.AsSpan(0, Count).ToArray(), Count)
            : JsonArray.FromStorage(items, Count);
    }

    private JsonValue[] Reserve(int more)
    {
        if (_items is null)
        {
            JsonMessages.ThrowBuilt();
        }

        if (_items.Length - Count < more)
        {
            Array.Resize(ref _items, Math.Max(Count + more, Math.Max(FirstCapacity, checked(_items.Length * 2))));
        }

        return _items;
    }
}
