using System.Globalization;
using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Operators;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Operators;

/// <summary>The quick reader of numbers reads all that it promises to: what it refuses takes the slow way, and nobody would notice.</summary>
public sealed class PlainDecimalTests
{
    [Test]
    public void TryRead_UpTo19Digits_GivesDigitsAndExponent() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 18], Gen.Int[0, 18], Gen.Bool).Sample(
            static (random, cut, places, isNegative) =>
            {
                ulong number = (random % 10_000_000_000_000_000_000) / (ulong)Math.Pow(10, cut);
                string digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
                string text = (isNegative ? "-" : "") + (places == 0 ? digits : digits[..^places] + "." + digits[^places..]);
                int zeros = number == 0 ? 0 : digits.Length - digits.TrimEnd('0').Length;
                (ulong, int) expected = number == 0 ? (0, -places) : (ulong.Parse(digits.TrimEnd('0'), CultureInfo.InvariantCulture), zeros - places);
                return PlainDecimal.TryRead(Encoding.UTF8.GetBytes(text), out PlainDecimal plain) && (plain.Digits, plain.Exponent) == expected && plain.IsNegative == isNegative;
            },
            iter: Effort.Times(100_000, atLeast: 5_000), seed: "0000numbers6");

    [TestCase("12345678", 12345678UL, 0)]
    [TestCase("99999999", 99999999UL, 0)]
    [TestCase("1234567890123456789", 1234567890123456789UL, 0)]
    [TestCase("123456789012345678.9", 1234567890123456789UL, -1)]
    [TestCase("0.999999999999999999", 999999999999999999UL, -18)]
    [TestCase("0", 0UL, 0)]
    public void TryRead_PlainNumber_IsRead(string text, ulong digits, int exponent)
    {
        Assert.That(PlainDecimal.TryRead(Encoding.UTF8.GetBytes(text), out PlainDecimal plain), Is.True);
        Assert.That((plain.Digits, plain.Exponent, plain.IsNegative), Is.EqualTo((digits, exponent, false)));
        Assert.That(PlainDecimal.TryRead(Encoding.UTF8.GetBytes("-" + text), out PlainDecimal negative), Is.True);
        Assert.That(negative, Is.EqualTo(plain with { IsNegative = true }));
    }

    [TestCase("12345678901234567890")]
    [TestCase("-12345678901234567890")]
    [TestCase("1234567890.12345678901")]
    [TestCase("1e5")]
    [TestCase("1.5E1")]
    [TestCase("1.2.3")]
    public void TryRead_ExponentOrMoreDigits_IsLeftToTheSlowWay(string text) =>
        Assert.That(PlainDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _), Is.False);

    [TestCase(5UL, 0, 5d)]
    [TestCase(5UL, 22, 5e22)]
    [TestCase(5UL, -22, 5e-22)]
    [TestCase(999999999999999UL, -3, 999999999999.999)]
    public void Scale_DigitsAndExponent_GivesTheNearestDouble(ulong digits, int exponent, double expected) =>
        Assert.That(new PlainDecimal(false, digits, exponent).Scale(), Is.EqualTo(expected));
}
