using System.Globalization;
using System.Numerics;

namespace LocalBridge.Json.Numbers;

/// <summary>Holds the exact decimal value of a number text, so that 1.0, 1e0 and 1 are equal and no two different values are.</summary>
/// <param name="IsNegative">Whether the value is below zero; zero is never negative.</param>
/// <param name="Digits">The digits without leading and trailing zeros; empty for zero.</param>
/// <param name="Exponent">The power of ten of the last digit; zero for zero.</param>
internal readonly record struct ExactNumber(bool IsNegative, string Digits, BigInteger Exponent)
{
    private const int LongestInt64 = 19;

    /// <summary>Reads a text that is known to be a JSON number.</summary>
    internal static ExactNumber Parse(string text)
    {
        ReadOnlySpan<char> rest = text;
        bool negative = rest[0] == '-';
        if (negative)
        {
            rest = rest[1..];
        }

        BigInteger exponent = 0;
        int exponentAt = rest.IndexOfAny('e', 'E');
        if (exponentAt >= 0)
        {
            exponent = BigInteger.Parse(rest[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            rest = rest[..exponentAt];
        }

        int point = rest.IndexOf('.');
        string digits = point < 0 ? rest.ToString() : string.Concat(rest[..point], rest[(point + 1)..]);
        exponent -= point < 0 ? 0 : rest.Length - point - 1;
        string withoutTail = digits.TrimEnd('0');
        exponent += digits.Length - withoutTail.Length;
        string significant = withoutTail.TrimStart('0');
        return significant.Length == 0
            ? new ExactNumber(false, string.Empty, BigInteger.Zero)
            : new ExactNumber(negative, significant, exponent);
    }

    /// <summary>Orders two values by their exact numeric value.</summary>
    internal int CompareTo(ExactNumber other)
    {
        int sign = Sign();
        if (sign != other.Sign() || sign == 0)
        {
            return sign.CompareTo(other.Sign());
        }

        int magnitude = (Exponent + Digits.Length).CompareTo(other.Exponent + other.Digits.Length);
        return sign * (magnitude != 0 ? magnitude : string.CompareOrdinal(Digits, other.Digits));
    }

    internal bool TryGetInt64(out long value)
    {
        value = 0;
        if (Digits.Length == 0)
        {
            return true;
        }

        if (Exponent.Sign < 0 || Exponent > LongestInt64 || Digits.Length + (int)Exponent > LongestInt64)
        {
            return false;
        }

        string text = (IsNegative ? "-" : string.Empty) + Digits.PadRight(Digits.Length + (int)Exponent, '0');
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private int Sign() => Digits.Length == 0 ? 0 : IsNegative ? -1 : 1;
}
