using System.Globalization;
using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Operators;

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
        const int Iterations = 100_000;

        Spellings.Sample(
            text =>
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                bool expected = ComparableNumber.TryParseSlowly(utf8, out double slow);
                bool actual = ComparableNumber.TryParse(utf8, out double quick);
                Interlocked.Add(ref comparable, expected ? 1 : 0);
                return actual == expected && (!expected || BitConverter.DoubleToUInt64Bits(slow) == BitConverter.DoubleToUInt64Bits(quick));
            },
            iter: Iterations, seed: Seed, threads: 2);

        Assert.That(comparable, Is.InRange(Iterations / 10, Iterations * 9 / 10), "both verdicts must come up in number");
    }

    [Test]
    public void TryRound_DecimalOfSeventeenDigits_IsTheDoubleThatTheRuntimeReads() =>
        Gen.Select(Gen.ULong[1_000_000_000_000_000, 99_999_999_999_999_999], Gen.Int[-PowersOfTen.Limit, PowersOfTen.Limit]).Sample(
            (digits, exponent) =>
            {
                double expected = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}"), CultureInfo.InvariantCulture);
                return !NearestDouble.TryRound(digits, exponent, out double number) || number == expected;
            },
            iter: 100_000, seed: Seed, threads: 2);

    [Test]
    public void IsShortest_SpellingsOfRealNumbers_IsNearlyAlwaysCertain()
    {
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
            iter: 100_000, seed: Seed, threads: 2);

        Assert.That(uncertain, Is.LessThan(100));
    }
}
