using System.Globalization;
using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Operators;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Operators;

public sealed class ComparableNumberTests
{
    [TestCase("0", 0d)]
    [TestCase("-0.000e5", 0d)]
    [TestCase("3e2", 300d)]
    [TestCase("0.1", 0.1)]
    [TestCase("0.1000", 0.1)]
    [TestCase("9007199254740992", 9007199254740992d)]
    [TestCase("12345678901234567000", 12345678901234567000d)]
    [TestCase("1.7976931348623157E+308", double.MaxValue)]
    [TestCase("5e-324", double.Epsilon)]
    [TestCase("-2e23", -2e23)]
    [TestCase("1000000000000000", 1e15)]
    [TestCase("999999999999999", 999999999999999d)]
    [TestCase("9999999999999998", 9999999999999998d)]
    [TestCase("-1234567890.123456", -1234567890.123456)]
    [TestCase("0.0000000000000000000000000001e28", 1d)]
    [TestCase("100000000000000000000000000000000e-32", 1d)]
    [TestCase("10000000000000000000", 1e19)]
    [TestCase("1234567890.0000000000", 1234567890d)]
    [TestCase("0.000000000000001", 1e-15)]
    [TestCase("1e22", 1e22)]
    [TestCase("1e290", 1e290)]
    [TestCase("123456789012345e-290", 123456789012345e-290)]
    public void TryParse_ShortestSpellingOfADouble_IsComparable(string text, double expected)
    {
        Assert.That(ComparableNumber.TryParse(Encoding.UTF8.GetBytes(text), out double number), Is.True);
        Assert.That(number, Is.EqualTo(expected));
    }

    [TestCase("123456789012345678")]
    [TestCase("12345678901234567.8")]
    [TestCase("1e401")]
    [TestCase("1e-401")]
    [TestCase("-9007199254740993")]
    [TestCase("0.10000000000000001")]
    [TestCase("9007199254740993")]
    [TestCase("12345678901234567890")]
    [TestCase("1e400")]
    [TestCase("1e-400")]
    [TestCase("4.9e-324")]
    [TestCase("1.7976931348623156e308")]
    [TestCase("300.00000000000000000001")]
    public void TryParse_AnyOtherNumber_IsNotComparable(string text)
    {
        Assert.That(ComparableNumber.TryParse(Encoding.UTF8.GetBytes(text), out _), Is.False);
    }

    [Test]
    public void TryParse_ShortestSpellingOfAnyDouble_GivesItBack() => Gen.Double.Where(double.IsFinite).Sample(
        number => ComparableNumber.TryParse(Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)), out double parsed) && parsed == number,
        iter: Effort.Times(100_000), seed: "0000KOIPe036");

    /// <summary>The definition itself, on exact integers: what is comparable has the decimal value of the shortest spelling.</summary>
    [Test]
    public void TryParse_DecimalOfUpTo19Digits_FollowsTheDefinition() => Gen.Select(Gen.ULong, Gen.Int[0, 18], Gen.Int[-30, 30]).Sample(
        (digits, cut, exponent) =>
        {
            ulong kept = digits / (ulong)Math.Pow(10, cut);
            string text = string.Create(CultureInfo.InvariantCulture, $"{kept}e{exponent}");
            double nearest = double.Parse(text, CultureInfo.InvariantCulture);
            bool same = Canonical(nearest.ToString("R", CultureInfo.InvariantCulture)) == Canonical(text);
            return ComparableNumber.TryParse(Encoding.UTF8.GetBytes(text), out _) == same;
        },
        iter: Effort.Times(100_000), seed: "0000KOIPe036");

    private static (System.Numerics.BigInteger Digits, int Exponent) Canonical(string text)
    {
        string[] parts = text.Split('e', 'E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;
        System.Numerics.BigInteger value = System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        while (!value.IsZero && value % 10 == 0)
        {
            value /= 10;
            exponent++;
        }

        return (value, value.IsZero ? 0 : exponent);
    }
}
