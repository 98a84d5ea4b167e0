using System.Globalization;
using System.Text;

namespace LocalBridge.Json.Numbers;

/// <summary>Reads JSON numbers from UTF-8 (RFC 8259, section 6) and decides whether the literal has to be kept.</summary>
internal static class NumberReader
{
    // Two decimals of at most 15 digits never share a double, so such a literal is the shortest text of its double by itself.
    private const ulong LargestThatRoundTrips = 1_000_000_000_000_000;
    private const int DigitsOfSafeInt64 = 18;

    // So many digits never overflow the mantissa.
    private const int DigitsOfUInt64 = 19;

    // ECMAScript writes 0.000001 without an exponent, and smaller numbers with one.
    private const double SmallestWithoutExponent = 1e6;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a text that must be a number from its first to its last character.</summary>
    internal static bool TryRead(string text, out JsonValue value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return TryRead(utf8, out int length, out value) && length == utf8.Length;
    }

    /// <summary>Reads the number at the start of the text.</summary>
    /// <returns><see langword="false"/> where no number stands there; <paramref name="length"/> is then the offset of the fault.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> text, out int length, out JsonValue value)
    {
        value = default;
        int at = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (negative)
        {
            at++;
        }

        int integerAt = at;
        ulong mantissa = 0;
        while ((uint)at < (uint)text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            mantissa = unchecked((mantissa * 10) + (uint)(text[at] - '0'));
            at++;
        }

        int integerDigits = at - integerAt;
        length = at;
        if (integerDigits == 0)
        {
            return false;
        }

        if (integerDigits > 1 && text[integerAt] == '0')
        {
            length = integerAt + 1;
            return false;
        }

        if ((uint)at >= (uint)text.Length || text[at] is not ((byte)'.' or (byte)'e' or (byte)'E'))
        {
            value = integerDigits <= DigitsOfSafeInt64 && !(negative && mantissa == 0)
                ? (negative ? -(long)mantissa : (long)mantissa)
                : ReadSlow(text[..at]);
            return true;
        }

        int fractionDigits = 0;
        if (text[at] == '.')
        {
            int fractionAt = ++at;
            while ((uint)at < (uint)text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            {
                mantissa = unchecked((mantissa * 10) + (uint)(text[at] - '0'));
                at++;
            }

            fractionDigits = at - fractionAt;
            length = at;
            if (fractionDigits == 0)
            {
                return false;
            }
        }

        if ((uint)at < (uint)text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            return TryReadExponent(text, at + 1, out length, out value);
        }

        bool exact = integerDigits + fractionDigits <= DigitsOfUInt64
            && mantissa < LargestThatRoundTrips
            && text[at - 1] != '0'
            && mantissa * SmallestWithoutExponent >= PowersOfTen[fractionDigits];
        value = exact
            ? JsonValue.FromFiniteDouble((negative ? -(double)mantissa : mantissa) / PowersOfTen[fractionDigits])
            : ReadSlow(text[..at]);
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, int at, out int length, out JsonValue value)
    {
        if ((uint)at < (uint)text.Length && text[at] is (byte)'+' or (byte)'-')
        {
            at++;
        }

        int digitsAt = at;
        while ((uint)at < (uint)text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        length = at;
        if (at == digitsAt)
        {
            value = default;
            return false;
        }

        value = ReadSlow(text[..at]);
        return true;
    }

    private static JsonValue ReadSlow(ReadOnlySpan<byte> literal)
    {
        Span<byte> canonical = stackalloc byte[NumberFormatter.MaximumLength];
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return integer == 0 ? JsonValue.FromNumber(JsonNumber.FromText("-0"), -0.0) : integer;
        }

        double number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(number))
        {
            int length = NumberFormatter.Format(number, canonical);
            if (literal.SequenceEqual(canonical[..length]))
            {
                return JsonValue.FromFiniteDouble(number);
            }
        }

        return JsonValue.FromNumber(JsonNumber.FromText(Encoding.Latin1.GetString(literal)), number);
    }
}
