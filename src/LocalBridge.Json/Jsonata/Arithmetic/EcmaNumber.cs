using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using LocalBridge.Json.Numbers;

namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>Converts between numbers and text as ECMAScript does: Number::toString, Number(), parseInt and toPrecision(15).</summary>
/// <remarks>All members are pure. What JavaScript answers with NaN is NaN here too: the caller decides whether that is a fault.</remarks>
internal static class EcmaNumber
{
    private const int SignificantDigits = 15;

    private static readonly SearchValues<char> DecimalCharacters = SearchValues.Create("0123456789.eE+-");

    /// <summary>Returns the text of <c>String(value)</c>.</summary>
    internal static string ToText(double value) => double.IsFinite(value) ? NumberFormatter.Format(value) : SpecialText(value);

    /// <summary>Returns the text of a finite number with at most 15 significant digits: so $string shows 0.3, not 0.30000000000000004.</summary>
    internal static string ToFifteenDigits(double value)
    {
        if (ShortDecimal.TryFormat(value) is { } text)
        {
            return text;
        }

        Span<byte> buffer = stackalloc byte[NumberFormatter.MaximumLength];
        int length = FormatFifteenDigits(value, buffer);
        return Encoding.Latin1.GetString(buffer[..length]);
    }

    /// <summary>Rounds to 15 significant digits, as <c>Number(value.toPrecision(15))</c>.</summary>
    internal static double RoundToFifteenDigits(double value)
    {
        if (!double.IsFinite(value) || Math.Truncate(value) == value || ShortDecimal.Is(value))
        {
            return value;
        }

        Span<byte> buffer = stackalloc byte[NumberFormatter.MaximumLength];
        int length = FormatFifteenDigits(value, buffer);
        return double.Parse(buffer[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // Integers keep all their digits.
    private static int FormatFifteenDigits(double value, Span<byte> buffer)
    {
        int length = NumberFormatter.Format(value, buffer);
        int digits = CountDigits(buffer[..length]);
        if (digits <= SignificantDigits || Math.Truncate(value) == value)
        {
            return length;
        }

        // ECMAScript rounds a tie away from zero, the runtime to the even digit. A tie has no more digits than it shows.
        if (digits == SignificantDigits + 1 && LastDigit(buffer[..length]) == '5' && IsHalfway(value))
        {
            return NumberFormatter.Format(AwayFromZero(value), buffer);
        }

        _ = value.TryFormat(buffer, out length, "E14", CultureInfo.InvariantCulture);
        return NumberFormatter.LayOutShortest(buffer, length);
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOf((byte)'e');
        ReadOnlySpan<byte> mantissa = (exponent < 0 ? text : text[..exponent]).TrimStart("-0."u8);
        return mantissa.Length - (mantissa.Contains((byte)'.') ? 1 : 0);
    }

    private static byte LastDigit(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOf((byte)'e');
        return exponent < 0 ? text[^1] : text[exponent - 1];
    }

    /// <summary>Returns what <c>parseInt(text)</c> or <c>parseInt(text, 10)</c> returns.</summary>
    internal static double ParseInteger(ReadOnlySpan<char> text, bool allowsHexadecimal = true)
    {
        text = EcmaText.TrimStart(text);
        bool negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
        {
            text = text[1..];
        }

        double value;
        if (allowsHexadecimal && text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            text = text[2..];
            int digits = text.Length - text.TrimStart("0123456789abcdefABCDEF").Length;
            value = digits == 0 ? double.NaN : ReadRadix(text[..digits], 16);
        }
        else
        {
            int digits = text.Length - text.TrimStart("0123456789").Length;
            value = digits == 0 ? double.NaN : double.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return negative ? -value : value;
    }

    /// <summary>Returns what <c>Number(text)</c> returns.</summary>
    internal static double ToNumber(ReadOnlySpan<char> text)
    {
        text = EcmaText.TrimEnd(EcmaText.TrimStart(text));
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text.Length > 1 && text[0] == '0' && RadixOf(text[1]) is var radix and > 0)
        {
            return ReadRadix(text[2..], radix);
        }

        ReadOnlySpan<char> unsigned = text[0] is '+' or '-' ? text[1..] : text;
        if (unsigned.SequenceEqual("Infinity"))
        {
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // The runtime also reads signs, points and exponents in the same places, but knows more words than these.
        return unsigned.ContainsAnyExcept(DecimalCharacters)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? double.NaN
            : value;
    }

    private static int RadixOf(char letter) => letter switch
    {
        'x' or 'X' => 16,
        'o' or 'O' => 8,
        'b' or 'B' => 2,
        _ => 0,
    };

    private static double ReadRadix(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
        {
            return double.NaN;
        }

        // Exact while it matters: beyond 2^53 the integer is converted once, with one rounding.
        BigInteger large = default;
        double value = 0;
        foreach (char digit in digits)
        {
            int number = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : int.MaxValue;
            if (number >= radix)
            {
                return double.NaN;
            }

            if (large.IsZero && value < (1L << 47))
            {
                value = (value * radix) + number;
            }
            else
            {
                large = ((large.IsZero ? new BigInteger(value) : large) * radix) + number;
            }
        }

        // The cast of the runtime cuts off where it should round, the text does not.
        return large.IsZero ? value : double.Parse(large.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static bool IsHalfway(double value)
    {
        string exact = Math.Abs(value).ToString("E40", CultureInfo.InvariantCulture);
        return exact[SignificantDigits + 1] == '5' && exact.AsSpan(SignificantDigits + 2, 25).TrimStart('0').IsEmpty;
    }

    private static double AwayFromZero(double value)
    {
        string digits = Math.Abs(value).ToString("E15", CultureInfo.InvariantCulture);
        long kept = long.Parse(string.Concat(digits.AsSpan(0, 1), digits.AsSpan(2, SignificantDigits - 1)), NumberStyles.None, CultureInfo.InvariantCulture);
        int exponent = int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        double rounded = double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{kept + 1}E{exponent - SignificantDigits + 1}"), NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.CopySign(rounded, value);
    }

    private static string SpecialText(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
