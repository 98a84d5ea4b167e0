using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LocalBridge.Json;

/// <summary>Represents an immutable JSON object that keeps the order of its members.</summary>
/// <remarks>Equality is that of references; compare <see cref="JsonValue"/>s to compare contents. This type is immutable and safe to use from many threads at once.</remarks>
[DebuggerDisplay("Count = {Count}")]
[SuppressMessage("Naming", "CA1710", Justification = "It is called what JSON calls it.")]
public sealed partial class JsonObject : IReadOnlyCollection<KeyValuePair<string, JsonValue>>
{
    // Both fields change only in an object that no one else has seen yet: see Replace.
    private JsonObjectShape _shape;

    // As long as the shape has names, or longer where a builder handed it over.
    private JsonValue[] _values;

    // The bytes of the compact text, or zero while nobody has asked. Every thread computes the same number, so races are harmless.
    private int _utf8Length;

    internal JsonObject(JsonObjectShape shape, JsonValue[] values)
    {
        Debug.Assert(values.Length >= shape.Names.Length, "Each name has a value.");
        _shape = shape;
        _values = values;
    }

    /// <summary>Gets the object without members.</summary>
    public static JsonObject Empty { get; } = new(JsonObjectShape.Empty, []);

    /// <summary>Gets the number of members.</summary>
    public int Count => _shape.Names.Length;

    /// <summary>Gets the names of the members in their order, without copying them.</summary>
    public ReadOnlySpan<string> Names => _shape.Names;

    /// <summary>Gets the values of the members in the order of <see cref="Names"/>, without copying them.</summary>
    public ReadOnlySpan<JsonValue> Values => new(_values, 0, _shape.Names.Length);

    internal JsonObjectShape Shape => _shape;

    /// <summary>Gets the bytes of the compact text, or zero where they are not known yet.</summary>
    internal int KnownUtf8Length
    {
        get => _utf8Length;
        set => _utf8Length = value;
    }

    /// <summary>Gets the value of a member.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <value><see cref="JsonValue.Undefined"/> where there is no such member.</value>
    public JsonValue this[string name]
    {
        get
        {
            int index = _shape.IndexOf(name);
            return index < 0 ? default : _values[index];
        }
    }

    /// <summary>Looks for a member.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <param name="value">The member's value, or <see cref="JsonValue.Undefined"/>.</param>
    /// <returns><see langword="true"/> where there is such a member.</returns>
    public bool TryGetValue(string name, out JsonValue value)
    {
        int index = _shape.IndexOf(name);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    /// <summary>Looks whether there is a member.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <returns><see langword="true"/> where there is such a member.</returns>
    public bool ContainsKey(string name) => _shape.IndexOf(name) >= 0;

    /// <summary>Returns this object with a member set: in its place where the name is there, otherwise at the end.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed object. Use a <see cref="JsonObjectBuilder"/> to set many: this copies the references of all members.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is <see cref="JsonValue.Undefined"/>.</exception>
    public JsonObject SetItem(string name, JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value.IsUndefined)
        {
            JsonMessages.ThrowUndefined(nameof(value));
        }

        int count = Count;
        int index = _shape.IndexOf(name);
        if (index >= 0)
        {
            JsonValue[] changed = Values.ToArray();
            changed[index] = value;
            return new JsonObject(_shape, changed);
        }

        var values = new JsonValue[count + 1];
        Values.CopyTo(values);
        values[count] = value;
        return new JsonObject(_shape.Append(name), values);
    }

    /// <summary>Returns this object without a member.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The smaller object, or this one where there is no such member.</returns>
    public JsonObject Remove(string name)
    {
        int index = _shape.IndexOf(name);
        if (index < 0)
        {
            return this;
        }

        if (Count == 1)
        {
            return Empty;
        }

        var values = new JsonValue[Count - 1];
        Values[..index].CopyTo(values);
        Values[(index + 1)..].CopyTo(values.AsSpan(index));
        return new JsonObject(_shape.RemoveAt(index), values);
    }

    /// <summary>Returns an enumerator over the members in their order, which does not allocate.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Returns the compact JSON text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ((JsonValue)this).ToJson();

    IEnumerator<KeyValuePair<string, JsonValue>> IEnumerable<KeyValuePair<string, JsonValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gets the values, to change those of an object that no one else has seen yet.</summary>
    internal Span<JsonValue> Storage => new(_values, 0, _shape.Names.Length);

    /// <summary>Looks for a member that was last found at a position: objects read alike have it there again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal JsonValue Find(string name, ref int position)
    {
        string[] names = _shape.Names;
        int at = position;
        if ((uint)at < (uint)names.Length && ReferenceEquals(names[at], name))
        {
            return _values[at];
        }

        return FindSlowly(name, ref position);
    }

    private JsonValue FindSlowly(string name, ref int position)
    {
        int at = _shape.IndexOf(name);
        if (at < 0)
        {
            return default;
        }

        position = at;
        return _values[at];
    }

    /// <summary>Replaces the members of an object that no one else has seen yet: a JSONata transform changes its own copy in place.</summary>
    internal void Replace(JsonObject other)
    {
        _shape = other._shape;
        _values = other._values;
        _utf8Length = 0;
    }
}
