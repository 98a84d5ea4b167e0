using System.Numerics;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Operators;

public sealed class PowersOfTenTests
{
    /// <summary>The mantissa times two to its power encloses the power of ten: from below, or for negative exponents from above, by less than one bit.</summary>
    [Test]
    public void Mantissa_EveryExponent_IsThePowerOfTenTo128Bits()
    {
        int[] exponents = [.. Enumerable.Range(-PowersOfTen.Limit, (2 * PowersOfTen.Limit) + 1)];

        Assert.That(exponents.Where(exponent => !IsRight(exponent)), Is.Empty);
    }

    private static bool IsRight(int exponent)
    {
        // 10^k = m * 2^(log2 - 127): both sides are multiplied until they are integers.
        BigInteger mantissa = PowersOfTen.Mantissa(exponent);
        int shift = PowersOfTen.Log2(exponent) - 127;
        BigInteger left = BigInteger.Pow(10, Math.Max(exponent, 0)) << Math.Max(-shift, 0);
        BigInteger unit = BigInteger.Pow(10, Math.Max(-exponent, 0)) << Math.Max(shift, 0);
        BigInteger difference = left - (mantissa * unit);
        return mantissa.GetBitLength() == 128 && (exponent < 0 ? difference.Sign < 0 && -difference <= unit : difference.Sign >= 0 && difference < unit);
    }
}
