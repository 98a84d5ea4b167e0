using System.Diagnostics;

namespace LocalBridge.Json;

/// <summary>Collects the members of a <see cref="JsonObject"/>.</summary>
/// <remarks>This type is mutable and not safe to use from several threads at once. A builder builds once.</remarks>
[DebuggerDisplay("Count = {Count}")]
public sealed class JsonObjectBuilder
{
    private const int FirstCapacity = 4;

    // Up to here a name is looked for by comparing, beyond by the index.
    private const int LargestLinear = 8;

    private string[] _names;

    // Null once the storage has been handed over.
    private JsonValue[]? _values;
    private Dictionary<string, int>? _index;

    /// <summary>Initializes a new instance of the <see cref="JsonObjectBuilder"/> class.</summary>
    public JsonObjectBuilder()
        : this(0)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="JsonObjectBuilder"/> class with room for some members.</summary>
    /// <param name="capacity">How many members are expected; more may come.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public JsonObjectBuilder(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _names = capacity == 0 ? [] : new string[capacity];
        _values = capacity == 0 ? [] : new JsonValue[capacity];
    }

    /// <summary>Gets the number of members collected.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets a member; setting a name that is there replaces its value in its place.</summary>
    /// <param name="name">The name.</param>
    /// <value><see cref="JsonValue.Undefined"/> where there is no such member.</value>
    /// <exception cref="ArgumentException">The value set is <see cref="JsonValue.Undefined"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Build"/> has been called.</exception>
    public JsonValue this[string name]
    {
        get
        {
            int index = IndexOf(name);
            return index < 0 ? default : Storage()[index];
        }
        set => SetItem(name, value);
    }

    /// <summary>Sets a member: in its place where the name is there, otherwise at the end.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Build"/> has been called.</exception>
    public void SetItem(string name, JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        int index = IndexOf(name);
        if (index >= 0)
        {
            Storage()[index] = value;
            return;
        }

        JsonValue[] values = Storage();
        if (Count == values.Length)
        {
            int capacity = Math.Max(FirstCapacity, checked(Count * 2));
            Array.Resize(ref values, capacity);
            Array.Resize(ref _names, capacity);
            _values = values;
        }

        _names[Count] = name;
        values[Count] = value;
        Count++;
        _index?.Add(name, Count - 1);
    }

    /// <summary>Looks whether a member has been set.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <returns><see langword="true"/> where it has.</returns>
    public bool ContainsKey(string name) => IndexOf(name) >= 0;

    /// <summary>Builds the object and gives the storage to it: this builder cannot be used again.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="InvalidOperationException">The method has been called before.</exception>
    public JsonObject Build()
    {
        JsonValue[] values = Storage();
        _values = null;
        if (Count == 0)
        {
            return JsonObject.Empty;
        }

        Array.Resize(ref _names, Count);
        Array.Resize(ref values, Count);
        return new JsonObject(new JsonObjectShape(_names, _index), values);
    }

    private JsonValue[] Storage()
    {
        if (_values is null)
        {
            JsonMessages.ThrowBuilt();
        }

        return _values;
    }

    private int IndexOf(string name)
    {
        if (Count > LargestLinear)
        {
            _index ??= JsonObjectShape.CreateIndex(_names.AsSpan(0, Count), _names.Length);
            return _index.TryGetValue(name, out int position) ? position : -1;
        }

        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_names[i], name))
            {
                return i;
            }
        }

        return -1;
    }
}
