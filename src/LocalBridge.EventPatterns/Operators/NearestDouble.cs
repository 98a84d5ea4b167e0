using System.Numerics;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>
/// Turns decimals of 16 and 17 digits into doubles, and tells whether such a decimal is the shortest spelling of its double, without big numbers. In the few
/// cases that 128 bits do not decide it says so.
/// </summary>
/// <remarks>The first is the method of Daniel Lemire, "Number Parsing at a Gigabyte per Second", 2021.</remarks>
internal static class NearestDouble
{
    private const int MantissaBits = 52;

    private const int ExponentBias = 1023;

    /// <summary>Fraction bits in which distances between decimals are measured; the rest holds distances up to 31.</summary>
    private const int FractionBits = 58;

    /// <summary>What the powers of ten and the cutting off of bits can amount to, in those fraction bits.</summary>
    private const long Uncertainty = 16;

    /// <summary>The double nearest to a decimal.</summary>
    /// <returns>False if that is not certain.</returns>
    public static bool TryRound(ulong digits, int exponent, out double number)
    {
        int shift = BitOperations.LeadingZeroCount(digits);
        ulong aligned = digits << shift;
        UInt128 power = PowersOfTen.Mantissa(exponent);
        ulong high = Math.BigMul(aligned, (ulong)(power >> 64), out ulong low);
        if ((high & 0x1FF) == 0x1FF)
        {
            ulong carry = Math.BigMul(aligned, (ulong)power, out _);
            low += carry;
            high += low < carry ? 1UL : 0;
        }

        int upper = (int)(high >> 63);
        ulong mantissa = high >> (upper + 64 - MantissaBits - 3);
        int binaryExponent = PowersOfTen.Log2(exponent) + 63 + upper - shift + ExponentBias;

        // A product that may or may not lie half-way between two doubles.
        bool nearTie = (mantissa & 1) == 1 && (low <= 1 || low >= ulong.MaxValue - 1) && (mantissa << (upper + 64 - MantissaBits - 3)) == high;
        if (nearTie || low == ulong.MaxValue || binaryExponent <= 0 || binaryExponent >= 2046)
        {
            number = 0;
            return false;
        }

        mantissa = (mantissa + (mantissa & 1)) >> 1;
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa = 1UL << MantissaBits;
            binaryExponent++;
        }

        number = BitConverter.UInt64BitsToDouble((mantissa & ((1UL << MantissaBits) - 1)) | ((ulong)binaryExponent << MantissaBits));
        return true;
    }

    /// <summary>Whether a decimal without trailing zeros is the shortest spelling of its double: no shorter one means the same double, and none as long is nearer.</summary>
    /// <returns>Null if that is not certain.</returns>
    public static bool? IsShortest(ulong digits, int exponent, double number)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(number);
        ulong mantissa = (bits & ((1UL << MantissaBits) - 1)) | (1UL << MantissaBits);
        if (mantissa == 1UL << MantissaBits)
        {
            // Below a power of two doubles are twice as close.
            return null;
        }

        // The double, and half the distance to the next one, in units of the decimal's last digit.
        int binaryExponent = (int)(bits >> MantissaBits) - ExponentBias - MantissaBits;
        UInt128 power = PowersOfTen.Mantissa(-exponent);
        int fraction = 74 - binaryExponent - PowersOfTen.Log2(-exponent);
        ulong high = Math.BigMul(mantissa << 11, (ulong)(power >> 64), out ulong low);
        ulong carry = Math.BigMul(mantissa << 11, (ulong)power, out _);
        low += carry;
        high += low < carry ? 1UL : 0;
        if (fraction is <= 64 or >= 127)
        {
            return null;
        }

        UInt128 scaled = new(high, low);
        long distance = (long)(ulong)(scaled >> (fraction - FractionBits)) - (long)(digits << FractionBits);
        UInt128 half = (power >> 54) >> (fraction - FractionBits);
        if (half >= 15UL << FractionBits)
        {
            return false;
        }

        long reach = (long)(ulong)half;
        long digit = (long)(digits % 10) << FractionBits;
        return Both(
            Exceeds(1L << (FractionBits - 1), Math.Abs(distance)),
            Both(Exceeds(digit + distance, reach), Exceeds((10L << FractionBits) - digit - distance, reach)));
    }

    private static bool? Exceeds(long left, long right) => left > right + Uncertainty ? true : left < right - Uncertainty ? false : null;

    private static bool? Both(bool? left, bool? right) => left == false || right == false ? false : left & right;
}
