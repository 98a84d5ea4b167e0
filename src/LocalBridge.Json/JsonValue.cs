using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json;

/// <summary>Represents one immutable JSON value: the currency of paths, templates, expressions and the interpreter.</summary>
/// <remarks>
/// <para>
/// The value is 16 bytes wide: copying it copies a reference, never a tree, and a changed copy shares what did not change.
/// The default value is <see cref="Undefined"/>, which means "nothing there" and is not a JSON value: it cannot be written.
/// Numbers keep the text they were read with (<c>1.0</c> stays <c>1.0</c>) until arithmetic makes a new number.
/// </para>
/// <para>This type is immutable and safe to use from many threads at once.</para>
/// </remarks>
/// <example>
/// <code>
/// JsonValue order = JsonValue.Parse("""{ "id": "A-1", "lines": [ { "qty": 3 } ] }""");
/// double quantity = order["lines"][0]["qty"].GetDouble();
/// JsonValue paid = order.AsObject().SetItem("paid", true);
/// string json = paid.ToJson();
/// </code>
/// </example>
[DebuggerDisplay("{DebuggerText,nq}")]
public readonly partial struct JsonValue : IEquatable<JsonValue>
{
    // What the two fields hold:
    //   reference null            bits = the JsonValueKind: Undefined (0, so that default is Undefined), True, False or Null
    //   reference string          bits unused
    //   reference JsonArray       bits unused outside JSONata, which marks sequences in them (Jsonata.Sequences.SequenceMarks)
    //   reference JsonObject      bits unused
    //   reference JsonNumber      JsonNumber.Int64: bits are the Int64; otherwise the bits of the Double
    //   reference of another kind a function or tuple stream while a JSONata expression is evaluated; such a value never leaves the evaluator
    private readonly object? _reference;
    private readonly long _bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private JsonValue(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>Gets the value that stands for "nothing there"; it equals <see langword="default"/> and cannot be written.</summary>
    public static JsonValue Undefined => default;

    /// <summary>Gets the JSON value <c>null</c>.</summary>
    public static JsonValue Null => new(null, (long)JsonValueKind.Null);

    /// <summary>Gets the JSON value <c>true</c>.</summary>
    public static JsonValue True => new(null, (long)JsonValueKind.True);

    /// <summary>Gets the JSON value <c>false</c>.</summary>
    public static JsonValue False => new(null, (long)JsonValueKind.False);

    /// <summary>Gets the string of length zero.</summary>
    public static JsonValue EmptyString => new(string.Empty, 0);

    /// <summary>Gets the array without elements.</summary>
    public static JsonValue EmptyArray => new(JsonArray.Empty, 0);

    /// <summary>Gets the object without members.</summary>
    public static JsonValue EmptyObject => new(JsonObject.Empty, 0);

    /// <summary>Gets the kind of the value.</summary>
    public JsonValueKind Kind
    {
        get
        {
            object? reference = _reference;
            if (reference is null)
            {
                return (JsonValueKind)(int)_bits;
            }

            // The classes are sealed, so each test is one comparison of a method table, no call.
            if (reference is string)
            {
                return JsonValueKind.String;
            }

            if (reference is JsonNumber)
            {
                return JsonValueKind.Number;
            }

            return reference is JsonObject ? JsonValueKind.Object : JsonValueKind.Array;
        }
    }

    /// <summary>Gets a value indicating whether there is nothing here.</summary>
    public bool IsUndefined => _reference is null && _bits == 0;

    /// <summary>Gets a value indicating whether this is <c>null</c>.</summary>
    public bool IsNull => _reference is null && _bits == (long)JsonValueKind.Null;

    /// <summary>Gets a value indicating whether this is <c>true</c> or <c>false</c>.</summary>
    public bool IsBoolean => _reference is null && _bits is (long)JsonValueKind.True or (long)JsonValueKind.False;

    /// <summary>Gets a value indicating whether this is a number.</summary>
    public bool IsNumber => _reference is JsonNumber;

    /// <summary>Gets a value indicating whether this is a string.</summary>
    public bool IsString => _reference is string;

    /// <summary>Gets a value indicating whether this is an array.</summary>
    public bool IsArray => _reference is JsonArray;

    /// <summary>Gets a value indicating whether this is an object.</summary>
    public bool IsObject => _reference is JsonObject;

    /// <summary>Gets a value indicating whether this is <c>true</c>; <see langword="false"/> for every other value, of any kind.</summary>
    public bool IsTrue => _reference is null && _bits == (long)JsonValueKind.True;

    internal object? Reference => _reference;

    internal long Bits => _bits;

    private string DebuggerText => IsUndefined ? "undefined" : ToJson();
}
