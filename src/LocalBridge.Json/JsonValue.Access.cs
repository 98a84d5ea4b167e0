using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    // Below this bound a double converts to Int64 without loss.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    /// <summary>Gets the number of elements of an array or members of an object; zero for every other kind.</summary>
    public int Count => _reference switch
    {
        JsonArray array => array.Count,
        JsonObject members => members.Count,
        _ => 0,
    };

    /// <summary>Gets an element of an array.</summary>
    /// <param name="index">The position, counted from zero.</param>
    /// <value><see cref="Undefined"/> where the value is no array or has no such element.</value>
    public JsonValue this[int index] => _reference is JsonArray array && (uint)index < (uint)array.Count ? array[index] : default;

    /// <summary>Gets a member of an object.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <value><see cref="Undefined"/> where the value is no object or has no such member.</value>
    public JsonValue this[string name] => _reference is JsonObject members ? members[name] : default;

    /// <summary>Looks for a member of an object.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    /// <param name="value">The member, or <see cref="Undefined"/>.</param>
    /// <returns><see langword="true"/> where the value is an object with such a member.</returns>
    public bool TryGetProperty(string name, out JsonValue value)
    {
        if (_reference is JsonObject members)
        {
            return members.TryGetValue(name, out value);
        }

        value = default;
        return false;
    }

    /// <summary>Returns the characters of a string.</summary>
    /// <returns>The string; it may hold lone surrogates, as JSON text may.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string GetString() => _reference as string ?? throw JsonMessages.WrongKind(JsonValueKind.String, this);

    /// <summary>Returns a truth value.</summary>
    /// <returns>Whether the value is <c>true</c>.</returns>
    /// <exception cref="InvalidOperationException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool GetBoolean() => IsTrue || (IsBoolean ? false : throw JsonMessages.WrongKind(JsonValueKind.True, this));

    /// <summary>Returns a number as the nearest double.</summary>
    /// <returns>The double; infinite for a literal beyond its range, such as <c>1e400</c>.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double GetDouble()
    {
        if (ReferenceEquals(_reference, JsonNumber.Int64))
        {
            return _bits;
        }

        return _reference is JsonNumber ? BitConverter.Int64BitsToDouble(_bits) : throw JsonMessages.WrongKind(JsonValueKind.Number, this);
    }

    /// <summary>Reads a number as a 64-bit integer.</summary>
    /// <param name="value">The integer, or zero.</param>
    /// <returns><see langword="true"/> where the value is a number without a fraction (<c>3</c>, <c>3.0</c>, <c>3e0</c>) in range.</returns>
    public bool TryGetInt64(out long value)
    {
        if (ReferenceEquals(_reference, JsonNumber.Int64))
        {
            value = _bits;
            return true;
        }

        if (_reference is JsonNumber { Text: var text })
        {
            double number = BitConverter.Int64BitsToDouble(_bits);
            if (text is null && Math.Abs(number) < LargestExactInteger)
            {
                value = (long)number;
                return value == number;
            }

            return ExactNumber.Parse(GetNumberText()).TryGetInt64(out value);
        }

        value = 0;
        return false;
    }

    /// <summary>Reads a number as a decimal, rounded to the 28 or 29 digits a decimal has.</summary>
    /// <param name="value">The decimal, or zero.</param>
    /// <returns><see langword="true"/> where the value is a number in the range of <see cref="decimal"/>.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        if (ReferenceEquals(_reference, JsonNumber.Int64))
        {
            value = _bits;
            return true;
        }

        value = 0;
        return _reference is JsonNumber
            && decimal.TryParse(GetNumberText(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Returns a number as JSON writes it: a literal as it was read, a computed number in its shortest form.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public string GetNumberText()
    {
        if (ReferenceEquals(_reference, JsonNumber.Int64))
        {
            return _bits.ToString(CultureInfo.InvariantCulture);
        }

        return _reference is JsonNumber number
            ? number.Text ?? NumberFormatter.Format(BitConverter.Int64BitsToDouble(_bits))
            : throw JsonMessages.WrongKind(JsonValueKind.Number, this);
    }

    /// <summary>Returns the array.</summary>
    /// <returns>The array this value holds; nothing is copied.</returns>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    public JsonArray AsArray() => _reference as JsonArray ?? throw JsonMessages.WrongKind(JsonValueKind.Array, this);

    /// <summary>Returns the object.</summary>
    /// <returns>The object this value holds; nothing is copied.</returns>
    /// <exception cref="InvalidOperationException">The value is not an object.</exception>
    public JsonObject AsObject() => _reference as JsonObject ?? throw JsonMessages.WrongKind(JsonValueKind.Object, this);

    /// <summary>Looks whether the value is an array.</summary>
    /// <param name="array">The array, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> where it is one.</returns>
    public bool TryGetArray([NotNullWhen(true)] out JsonArray? array) => (array = _reference as JsonArray) is not null;

    /// <summary>Looks whether the value is an object.</summary>
    /// <param name="members">The object, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> where it is one.</returns>
    public bool TryGetObject([NotNullWhen(true)] out JsonObject? members) => (members = _reference as JsonObject) is not null;

    /// <summary>Looks whether the value is a string.</summary>
    /// <param name="text">The string, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> where it is one.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? text) => (text = _reference as string) is not null;

    /// <summary>Tells a canonical Int64 apart and hands its bits over, for the writer and the fast paths of arithmetic.</summary>
    internal bool IsInt64(out long value)
    {
        value = _bits;
        return ReferenceEquals(_reference, JsonNumber.Int64);
    }

    /// <summary>Reads a number as a double, without a call for the usual kinds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetNumber(out double value)
    {
        if (ReferenceEquals(_reference, JsonNumber.Double))
        {
            value = BitConverter.Int64BitsToDouble(_bits);
            return true;
        }

        if (ReferenceEquals(_reference, JsonNumber.Int64))
        {
            value = _bits;
            return true;
        }

        value = BitConverter.Int64BitsToDouble(_bits);
        return _reference is JsonNumber;
    }
}
