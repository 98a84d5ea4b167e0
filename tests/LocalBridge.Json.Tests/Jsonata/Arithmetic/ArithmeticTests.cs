using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Arithmetic;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata.Arithmetic;

public sealed class ArithmeticTests
{
    [TestCase(0.5, 0)]
    [TestCase(1.5, 2)]
    [TestCase(-0.5, 0)]
    [TestCase(-2.5, -2)]
    [TestCase(0.49999999999999994, 0)]
    public void Round_Half_GoesToEven(double value, double expected) => Assert.That(Rounding.Round(value), Is.EqualTo(expected));

    [TestCase(1.005, 2, 1)]
    [TestCase(4.525, 2, 4.52)]
    [TestCase(515, -1, 520)]
    [TestCase(525, -1, 520)]
    [TestCase(1e21, 3, 1e21)]
    [TestCase(1.5e300, 20, double.NaN)]
    [TestCase(12.5, 0.5, double.NaN)]
    public void Round_Precision_MovesThePoint(double value, double precision, double expected) =>
        Assert.That(Rounding.Round(value, precision), Is.EqualTo(expected));

    [TestCase("-1.5e3", -1500)]
    [TestCase("0x1F", 31)]
    [TestCase("0b101", 5)]
    [TestCase("0o17", 15)]
    [TestCase("0x1FFFFFFFFFFFFFFFFF", 590295810358705651712d)]
    [TestCase("0x1g", double.NaN)]
    public void TryParse_Number_GivesIt(string text, double expected)
    {
        Assert.That(NumberCast.TryParse(text, out double value), Is.True);
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase(" 1")]
    [TestCase("1.")]
    [TestCase(".5")]
    [TestCase("+1")]
    [TestCase("1e400")]
    [TestCase("NaN")]
    [TestCase("0x")]
    public void TryParse_OtherText_IsRefused(string text) => Assert.That(NumberCast.TryParse(text, out _), Is.False);

    [TestCase(100, 2, "1100100")]
    [TestCase(-255, 16, "-ff")]
    [TestCase(35.5, 36, "10")]
    [TestCase(1e21, 10, "1e+21")]
    [TestCase(36028797018963968, 7, "31060622453661533312")]
    [TestCase(1e21, 36, "5v1j4f4ds7c000")]
    public void Format_Base_WritesIt(double value, double radix, string expected) => Assert.That(RadixFormatter.Format(value, radix), Is.EqualTo(expected));

    [TestCase(1)]
    [TestCase(37)]
    public void Format_OtherBase_Fails(double radix) =>
        Assert.That(() => RadixFormatter.Format(1, radix), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3100"));

    [TestCase(" \uFEFF12abc", 12)]
    [TestCase("-0x1f", -31)]
    [TestCase("1e3", 1)]
    [TestCase("x", double.NaN)]
    public void ParseInteger_Text_ReadsItsStart(string text, double expected) => Assert.That(EcmaNumber.ParseInteger(text), Is.EqualTo(expected));

    [TestCase(0.1 + 0.2, 0.3)]
    [TestCase(1d / 3, 0.333333333333333)]
    [TestCase(100000000000000.5, 100000000000001)]
    [TestCase(-100000000000000.5, -100000000000001)]
    [TestCase(123456789012345680, 123456789012345680)]
    public void RoundToFifteenDigits_Number_IsRounded(double value, double expected) =>
        Assert.That(EcmaNumber.RoundToFifteenDigits(value), Is.EqualTo(expected));

    [Test]
    public void RoundToFifteenDigits_ShortNumber_StaysAsItIs() => Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[-30, 30]).Check(
        20_000,
        sample =>
        {
            double value = double.Parse($"{sample.Item1}E{sample.Item2}", System.Globalization.CultureInfo.InvariantCulture);
            return EcmaNumber.RoundToFifteenDigits(value) == value;
        },
        sample => $"{sample.Item1}E{sample.Item2}");

    [TestCase(34.45, "34.45")]
    [TestCase(-0.5, "-0.5")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(1d / 3, "0.333333333333333")]
    [TestCase(2e-7 / 3, "6.66666666666667e-8")]
    [TestCase(1e21 / 3, "333333333333333300000")]
    [TestCase(100, "100")]
    [TestCase(1.5e300, "1.5e+300")]
    public void ToFifteenDigits_Number_IsWritten(double value, string expected) => Assert.That(EcmaNumber.ToFifteenDigits(value), Is.EqualTo(expected));

    [Test]
    public void TryFormat_ShortDecimal_WritesTheShortestText() => Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 8], Gen.Int[-2, 2]).Check(
        50_000,
        sample =>
        {
            double value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(sample.Item1 / Math.Pow(10, sample.Item2)) + sample.Item3);
            return ShortDecimal.TryFormat(value) is not { } text || text == EcmaNumber.ToText(value);
        },
        sample => $"{sample}");
}
