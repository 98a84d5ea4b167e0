using System.Globalization;
using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Operators;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Operators;

/// <summary>The quick way to read a number against the slow one, which formats the double and compares.</summary>
public sealed class NearestDoubleTests
{
    internal const string Seed = "0000numbers6";

    /// <summary>Spellings of doubles, and decimals that differ from one in the last digit or two.</summary>
    private static readonly Gen<string> Spellings = Gen.Select(Gen.Int[-70, 70], Gen.ULong[1UL << 52, (1UL << 53) - 1], Gen.Int[-3, 3], Gen.Bool).Select(
        (exponent, mantissa, change, isNegative) =>
        {
            double number = Math.ScaleB(mantissa, exponent);
            string text = number.ToString("R", CultureInfo.InvariantCulture);
            ulong digits = ulong.Parse(text.Replace(".", "", StringComparison.Ordinal).Split('E')[0].TrimStart('0'), CultureInfo.InvariantCulture);
            int places = (int)(mantissa % 20);
            string changed = (digits + (ulong)(change + 3) - 3).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
            return (isNegative ? "-" : "") + (places == 0 ? changed : changed[..^places] + "." + changed[^places..]);
        });

    [Test]
    public void TryParse_AnySpelling_AgreesWithTheSlowWay()
    {
        int comparable = 0;
        int iterations = Effort.Times(100_000, atLeast: 10_000);

        Spellings.Sample(
            text =>
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                bool expected = ComparableNumber.TryParseSlowly(utf8, out double slow);
                bool actual = ComparableNumber.TryParse(utf8, out double quick);
                Interlocked.Add(ref comparable, expected ? 1 : 0);
                return actual == expected && (!expected || BitConverter.DoubleToUInt64Bits(slow) == BitConverter.DoubleToUInt64Bits(quick));
            },
            iter: iterations, seed: Seed, threads: 2);

        Assert.That(comparable, Is.InRange(iterations / 10, iterations * 9 / 10), "both verdicts must come up in number");
    }

    [Test]
    public void TryRound_DecimalOfSeventeenDigits_IsTheDoubleThatTheRuntimeReads() =>
        Gen.Select(Gen.ULong[1_000_000_000_000_000, 99_999_999_999_999_999], Gen.Int[-PowersOfTen.Limit, PowersOfTen.Limit]).Sample(
            (digits, exponent) =>
            {
                double expected = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}"), CultureInfo.InvariantCulture);
                return !NearestDouble.TryRound(digits, exponent, out double number) || number == expected;
            },
            iter: Effort.Times(100_000, atLeast: 10_000), seed: Seed, threads: 2);

    /// <summary>Around powers of two and between doubles, where rounding carries into the next power or goes to the even one.</summary>
    [TestCase(90071992547409919, -1)]
    [TestCase(18014398509481983, 0)]
    [TestCase(45035996273704959, -1)]
    [TestCase(45035996273704955, -1)]
    [TestCase(9007199254740992, 0)]
    [TestCase(9007199254740991, 0)]
    [TestCase(90071992547409905, -1)]
    [TestCase(90071992547409915, -1)]
    [TestCase(36028797018963967, 0)]
    [TestCase(72057594037927935, 0)]
    [TestCase(10000000000000000, -16)]
    [TestCase(99999999999999999, 22)]
    public void TryRound_PlaceWhereRoundingCarries_IsTheDoubleThatTheRuntimeReads(long digits, int exponent)
    {
        double expected = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}"), CultureInfo.InvariantCulture);

        bool certain = NearestDouble.TryRound((ulong)digits, exponent, out double number);

        Assert.That(number, Is.EqualTo(certain ? expected : 0d));
        Assert.That(ComparableNumber.TryParse(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}")), out double parsed) ? parsed : expected, Is.EqualTo(expected));
    }

    /// <summary>Halfway between two doubles the method cannot know; everywhere else it must.</summary>
    [TestCase(90071992547409919, -1, true)]
    [TestCase(18014398509481983, 0, false)]
    [TestCase(18014398509481982, 0, true)]
    [TestCase(12345678901234567, -3, true)]
    [TestCase(9007199254740993, 0, false)]
    [TestCase(18014398509481986, 0, false)]
    public void TryRound_Digits_IsCertainUnlessHalfway(long digits, int exponent, bool certain) =>
        Assert.That(NearestDouble.TryRound((ulong)digits, exponent, out _), Is.EqualTo(certain));

    [TestCase(1234567890123456, -3, true)]
    [TestCase(12345678901234567, -3, false)]
    [TestCase(12345678901234568, -3, true)]
    [TestCase(3333333333333333, -16, true)]
    [TestCase(33333333333333331, -17, false)]
    [TestCase(1234567890123457, 3, true)]
    public void IsShortest_Digits_TellsWhetherTheRuntimeWouldWriteThem(long digits, int exponent, bool shortest)
    {
        double number = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}"), CultureInfo.InvariantCulture);

        Assert.That(NearestDouble.IsShortest((ulong)digits, exponent, number), Is.EqualTo((bool?)shortest));
    }

    [Test]
    public void IsShortest_PowerOfTwo_IsLeftOpen() => Assert.That(NearestDouble.IsShortest(9007199254740992, 0, 9007199254740992d), Is.Null);

    [Test]
    public void IsShortest_SpellingsOfRealNumbers_IsNearlyAlwaysCertain()
    {
        int iterations = Effort.Times(100_000, atLeast: 20_000);
        int uncertain = 0;

        Gen.Double[-180, 180].Sample(
            number =>
            {
                PlainDecimal.TryRead(Encoding.UTF8.GetBytes(number.ToString("F17", CultureInfo.InvariantCulture).TrimStart('-')[..17]), out PlainDecimal plain);
                if (plain.Digits >= 1_000_000_000_000_000
                    && (!NearestDouble.TryRound(plain.Digits, plain.Exponent, out double rounded)
                        || NearestDouble.IsShortest(plain.Digits, plain.Exponent, rounded) is null))
                {
                    Interlocked.Increment(ref uncertain);
                }
            },
            iter: iterations, seed: Seed, threads: 2);

        Assert.That(uncertain, Is.LessThan(iterations / 1000));
    }
}
