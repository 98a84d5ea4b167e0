using System.Collections;
using System.Diagnostics;

namespace LocalBridge.Json;

/// <summary>Represents an immutable JSON array.</summary>
/// <remarks>Equality is that of references; compare <see cref="JsonValue"/>s to compare contents. This type is immutable and safe to use from many threads at once.</remarks>
[DebuggerDisplay("Count = {Count}")]
public sealed partial class JsonArray : IReadOnlyList<JsonValue>
{
    // Only the first _count items are the array's: a builder may have handed over a longer storage.
    private readonly JsonValue[] _items;
    private readonly int _count;

    // The bytes of the compact text, or zero while nobody has asked. Every thread computes the same number, so races are harmless.
    private int _utf8Length;

    private JsonArray(JsonValue[] items, int count)
    {
        _items = items;
        _count = count;
    }

    /// <summary>Gets the array without elements.</summary>
    public static JsonArray Empty { get; } = new([], 0);

    /// <summary>Gets the number of elements.</summary>
    public int Count => _count;

    /// <summary>Gets the bytes of the compact text, or zero where they are not known yet.</summary>
    internal int KnownUtf8Length
    {
        get => _utf8Length;
        set => _utf8Length = value;
    }

    /// <summary>Gets an element.</summary>
    /// <param name="index">The position, counted from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not below <see cref="Count"/>.</exception>
    public JsonValue this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
            return _items[index];
        }
    }

    /// <summary>Creates an array of values.</summary>
    /// <param name="items">The elements, which are copied.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">An element is <see cref="JsonValue.Undefined"/>.</exception>
    public static JsonArray Create(params ReadOnlySpan<JsonValue> items)
    {
        foreach (JsonValue item in items)
        {
            if (item.IsUndefined)
            {
                JsonMessages.ThrowUndefined(nameof(items));
            }
        }

        return items.IsEmpty ? Empty : new JsonArray(items.ToArray(), items.Length);
    }

    /// <summary>Returns this array with a value at its end.</summary>
    /// <param name="value">The new last element.</param>
    /// <returns>The longer array. Use a <see cref="JsonArrayBuilder"/> to add many: this copies the references of all elements.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    public JsonArray Add(JsonValue value)
    {
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        var items = new JsonValue[_count + 1];
        AsSpan().CopyTo(items);
        items[_count] = value;
        return new JsonArray(items, items.Length);
    }

    /// <summary>Returns this array with another value in one place.</summary>
    /// <param name="index">The position, counted from zero.</param>
    /// <param name="value">The new element.</param>
    /// <returns>The changed array.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not below <see cref="Count"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    public JsonArray SetItem(int index, JsonValue value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        JsonValue[] items = AsSpan().ToArray();
        items[index] = value;
        return new JsonArray(items, items.Length);
    }

    /// <summary>Returns the elements without copying them.</summary>
    /// <returns>The elements.</returns>
    public ReadOnlySpan<JsonValue> AsSpan() => new(_items, 0, _count);

    /// <summary>Returns an enumerator that does not allocate.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Returns the compact JSON text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ((JsonValue)this).ToJson();

    IEnumerator<JsonValue> IEnumerable<JsonValue>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes storage over that nobody else will change.</summary>
    internal static JsonArray FromStorage(JsonValue[] items, int count) => count == 0 ? Empty : new JsonArray(items, count);

    /// <summary>Gets the elements, to change those of an array that no one else has seen yet.</summary>
    internal Span<JsonValue> Storage => new(_items, 0, _count);
}
