using System.Globalization;
using System.Runtime.CompilerServices;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json;

public readonly partial struct JsonValue
{
    /// <summary>Converts a string; <see langword="null"/> becomes <see cref="Null"/>.</summary>
    /// <param name="value">The string.</param>
    public static implicit operator JsonValue(string? value) => value is null ? Null : new JsonValue(value, 0);

    /// <summary>Converts a truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator JsonValue(bool value) => value ? True : False;

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator JsonValue(int value) => new(JsonNumber.Int64, value);

    /// <summary>Converts an integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator JsonValue(long value) => new(JsonNumber.Int64, value);

    /// <summary>Converts a floating-point number; it is written in its shortest form that reads back equal, integers without a fraction.</summary>
    /// <param name="value">The number; it must be finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not a number or infinite, which JSON cannot say.</exception>
    public static implicit operator JsonValue(double value)
    {
        if (!double.IsFinite(value))
        {
            JsonMessages.ThrowNotFinite(value);
        }

        return new JsonValue(JsonNumber.Double, BitConverter.DoubleToInt64Bits(value));
    }

    /// <summary>Converts a decimal number; trailing zeros of its fraction are kept, as <see cref="decimal"/> keeps them.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator JsonValue(decimal value) => FromNumberText(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Converts an array; <see langword="null"/> becomes <see cref="Null"/>.</summary>
    /// <param name="value">The array.</param>
    public static implicit operator JsonValue(JsonArray? value) => value is null ? Null : new JsonValue(value, 0);

    /// <summary>Converts an object; <see langword="null"/> becomes <see cref="Null"/>.</summary>
    /// <param name="value">The object.</param>
    public static implicit operator JsonValue(JsonObject? value) => value is null ? Null : new JsonValue(value, 0);

    /// <summary>Creates a number from its JSON text, which the value keeps.</summary>
    /// <param name="text">A number as JSON writes it (RFC 8259, section 6), without surrounding blanks.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a JSON number.</exception>
    public static JsonValue FromNumberText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NumberReader.TryRead(text, out JsonValue value)
            ? value
            : throw new FormatException($"The text '{text}' is not a JSON number; expected something like 12, -0.5 or 1e3.");
    }

    /// <summary>Creates a number whose literal text is kept beside the nearest double.</summary>
    internal static JsonValue FromNumber(JsonNumber text, double value) => new(text, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Creates a number from a double that is known to be finite.</summary>
    internal static JsonValue FromFiniteDouble(double value) => new(JsonNumber.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Creates a value of an object that is no JSON, or of an array with marks, for the evaluation of JSONata.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static JsonValue FromReference(object reference, long bits) => new(reference, bits);
}
