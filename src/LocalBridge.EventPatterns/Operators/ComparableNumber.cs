using System.Globalization;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Reads numbers the way event patterns compare them.</summary>
/// <remarks>
/// A number is comparable only if its decimal value is exactly that of the shortest spelling of some double. Two comparable numbers then have the same
/// value exactly if they give the same double, and all comparisons are comparisons of doubles.
/// </remarks>
internal static class ComparableNumber
{
    /// <summary>Any decimal of so many significant digits comes back from a double unchanged (away from the ends of the range).</summary>
    internal const int SafeDigits = 15;

    /// <summary>No shortest spelling has more significant digits.</summary>
    internal const int MostDigits = 17;

    internal const int SafeExponent = 290;

    /// <param name="text">A number in the grammar of JSON.</param>
    /// <param name="number">The number as a double; zero is never negative.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out double number) => TryRound(text, out number, out PlainDecimal doubt) && IsComparable(text, number, doubt);

    /// <summary>Reads a number that may still turn out not to be comparable, for those who may not need to know.</summary>
    /// <param name="text">A number in the grammar of JSON.</param>
    /// <param name="number">The nearest double; zero is never negative.</param>
    /// <param name="doubt">What <see cref="IsComparable"/> wants to know.</param>
    /// <returns>False if the number is certainly not comparable.</returns>
    public static bool TryRound(ReadOnlySpan<byte> text, out double number, out PlainDecimal doubt)
    {
        doubt = default;
        number = 0;
        if (!PlainDecimal.TryRead(text, out PlainDecimal plain))
        {
            return TryParseSlowly(text, out number);
        }

        if (plain.Digits == 0)
        {
            return true;
        }

        if (plain.Digits < 1_000_000_000_000_000 && int.Abs(plain.Exponent) <= PlainDecimal.ExactPower)
        {
            number = plain.Scale();
        }
        else if (plain.Digits >= 100_000_000_000_000_000)
        {
            return false;
        }
        else if (plain.Digits < 1_000_000_000_000_000
            || int.Abs(plain.Exponent) > PowersOfTen.Limit
            || !NearestDouble.TryRound(plain.Digits, plain.Exponent, out number))
        {
            return TryParseSlowly(text, out number);
        }
        else
        {
            doubt = plain;
        }

        number = plain.IsNegative ? -number : number;
        return true;
    }

    /// <summary>Whether a number read by <see cref="TryRound"/> is comparable.</summary>
    public static bool IsComparable(ReadOnlySpan<byte> text, double number, in PlainDecimal doubt) =>
        doubt.Digits == 0 || (NearestDouble.IsShortest(doubt.Digits, doubt.Exponent, Math.Abs(number)) ?? TryParseSlowly(text, out _));

    /// <summary>Does the same for any number whatever.</summary>
    internal static bool TryParseSlowly(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (!TryRead(text, out Decimal value))
        {
            return false;
        }

        if (value.Digits == 0)
        {
            return true;
        }

        // The digits are rewritten without padding: a million zeros before the exponent must not cost more than the first look at them.
        Span<byte> plain = stackalloc byte[64];
        if (!TryWrite(value, plain, out int length)
            || !double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            || !double.IsFinite(number))
        {
            return false;
        }

        if (value.DigitCount <= SafeDigits && long.Abs(value.Exponent) <= SafeExponent)
        {
            return true;
        }

        Span<byte> shortest = stackalloc byte[32];
        return number.TryFormat(shortest, out int written, "R", CultureInfo.InvariantCulture)
            && TryRead(shortest[..written], out Decimal same)
            && same.Digits == value.Digits
            && same.Exponent == value.Exponent;
    }

    private static bool TryWrite(Decimal value, Span<byte> destination, out int length)
    {
        length = 0;
        if (long.Abs(value.Exponent) > 400)
        {
            return false;
        }

        if (value.IsNegative)
        {
            destination[length++] = (byte)'-';
        }

        value.Digits.TryFormat(destination[length..], out int digits, default, CultureInfo.InvariantCulture);
        length += digits;
        destination[length++] = (byte)'E';
        bool written = value.Exponent.TryFormat(destination[length..], out int exponent, default, CultureInfo.InvariantCulture);
        length += exponent;
        return written;
    }

    /// <summary>Reads sign, significant digits without zeros at either end, and exponent; false if there are too many digits.</summary>
    private static bool TryRead(ReadOnlySpan<byte> text, out Decimal value)
    {
        bool negative = text is [(byte)'-', ..];
        ulong digits = 0;
        int digitCount = 0;
        long zeros = 0;
        long scale = 0;
        bool afterPoint = false;
        int position = negative ? 1 : 0;
        for (; position < text.Length; position++)
        {
            int digit = text[position] - '0';
            if ((uint)digit > 9)
            {
                if (text[position] != '.')
                {
                    break;
                }

                afterPoint = true;
                continue;
            }

            scale -= afterPoint ? 1 : 0;
            if (digit == 0)
            {
                zeros += digitCount > 0 ? 1 : 0;
                continue;
            }

            if (digitCount + zeros + 1 > MostDigits)
            {
                value = default;
                return false;
            }

            digits = (digits * PowerOfTen(zeros + 1)) + (uint)digit;
            digitCount += (int)zeros + 1;
            zeros = 0;
        }

        value = new Decimal(negative, digits, digitCount, ReadExponent(text[position..]) + scale + zeros);
        return true;
    }

    /// <summary>Reads what follows the digits: nothing, or the exponent. Far beyond any double it stops counting.</summary>
    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        long exponent = 0;
        bool negative = false;
        foreach (byte b in text)
        {
            negative |= b == '-';
            if (b is >= (byte)'0' and <= (byte)'9' && exponent < long.MaxValue / 100)
            {
                exponent = (exponent * 10) + (b - '0');
            }
        }

        return negative ? -exponent : exponent;
    }

    private static ulong PowerOfTen(long exponent)
    {
        ulong power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }

    private readonly record struct Decimal(bool IsNegative, ulong Digits, int DigitCount, long Exponent);
}
