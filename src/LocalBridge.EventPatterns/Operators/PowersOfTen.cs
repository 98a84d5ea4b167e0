using System.Collections.Immutable;
using System.Numerics;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Powers of ten to 128 bits: the leading ones of 10^k, cut off for positive k and rounded up for negative k.</summary>
internal static class PowersOfTen
{
    /// <summary>The largest exponent, and the smallest but for its sign.</summary>
    public const int Limit = 64;

    private static readonly ImmutableArray<UInt128> Table = [.. Enumerable.Range(-Limit, (2 * Limit) + 1).Select(Create)];

    /// <summary>The leading 128 bits; the first of them is set.</summary>
    public static UInt128 Mantissa(int exponent) => Table[exponent + Limit];

    /// <summary>The position of the first bit: 10^k lies between 2^n and 2^(n+1).</summary>
    public static int Log2(int exponent) => (217706 * exponent) >> 16;

    private static UInt128 Create(int exponent)
    {
        BigInteger power = BigInteger.Pow(5, Math.Abs(exponent));
        if (exponent < 0)
        {
            power = (BigInteger.One << (int)(power.GetBitLength() + 256)) / power;
        }

        int excess = (int)power.GetBitLength() - 128;
        BigInteger mantissa = excess >= 0 ? power >> excess : power << -excess;
        return (UInt128)(exponent < 0 ? mantissa + 1 : mantissa);
    }
}
