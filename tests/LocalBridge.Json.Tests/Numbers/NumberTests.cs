using System.Globalization;

namespace LocalBridge.Json.Tests.Numbers;

public sealed class NumberTests
{
    [TestCase("0.0")]
    [TestCase("1.0")]
    [TestCase("1e3")]
    [TestCase("1E+3")]
    [TestCase("-0")]
    [TestCase("-0.0")]
    [TestCase("12345678901234567890")]
    [TestCase("0.1000000000000000000001")]
    [TestCase("1e400")]
    [TestCase("0.0000001")]
    public void Parse_LiteralThatIsNotCanonical_KeepsItsText(string literal)
    {
        JsonValue number = JsonValue.Parse(literal);

        Assert.Multiple(() =>
        {
            Assert.That(number.ToJson(), Is.EqualTo(literal));
            Assert.That(number.GetNumberText(), Is.EqualTo(literal));
            Assert.That(number.GetDouble(), Is.EqualTo(double.Parse(literal, CultureInfo.InvariantCulture)));
        });
    }

    [TestCase(0, "0")]
    [TestCase(-0.0, "0")]
    [TestCase(3, "3")]
    [TestCase(-129.5, "-129.5")]
    [TestCase(0.1 + 0.2, "0.30000000000000004")]
    [TestCase(1e15, "1000000000000000")]
    [TestCase(1e16, "10000000000000000")]
    [TestCase(1.2345e20, "123450000000000000000")]
    [TestCase(1e21, "1e+21")]
    [TestCase(-1.5e300, "-1.5e+300")]
    [TestCase(0.00001, "0.00001")]
    [TestCase(0.000001234, "0.000001234")]
    [TestCase(1e-7, "1e-7")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(double.MaxValue, "1.7976931348623157e+308")]
    [TestCase(1234567890123456.7, "1234567890123456.8")]
    public void ToJson_ComputedDouble_IsTheShortestTextLaidOutAsEcmaScriptDoes(double number, string expected) =>
        Assert.That(((JsonValue)number).ToJson(), Is.EqualTo(expected));

    [TestCase("3", 3L)]
    [TestCase("3.0", 3L)]
    [TestCase("3e0", 3L)]
    [TestCase("30e-1", 3L)]
    [TestCase("9223372036854775807", long.MaxValue)]
    [TestCase("-9223372036854775808", long.MinValue)]
    [TestCase("9007199254740993.0", 9007199254740993L)]
    [TestCase("-0", 0L)]
    public void TryGetInt64_WholeNumber_ReturnsIt(string literal, long expected)
    {
        bool found = JsonValue.Parse(literal).TryGetInt64(out long value);

        Assert.That((found, value), Is.EqualTo((true, expected)));
    }

    [TestCase("3.5")]
    [TestCase("9223372036854775808")]
    [TestCase("1e400")]
    [TestCase("1e-400")]
    [TestCase("1e99999999999999999999")]
    [TestCase("\"3\"")]
    public void TryGetInt64_AnythingElse_IsFalse(string json) => Assert.That(JsonValue.Parse(json).TryGetInt64(out _), Is.False);

    [Test]
    public void TryGetDecimal_LiteralWith28Digits_IsExact()
    {
        bool found = JsonValue.Parse("1.234567890123456789012345678").TryGetDecimal(out decimal value);

        Assert.That((found, value), Is.EqualTo((true, 1.234567890123456789012345678m)));
    }

    [Test]
    public void Conversion_FromDecimal_KeepsItsZeros() => Assert.That(((JsonValue)1.50m).ToJson(), Is.EqualTo("1.50"));

    [TestCase("")]
    [TestCase("01")]
    [TestCase("1.")]
    [TestCase(".5")]
    [TestCase("+1")]
    [TestCase("1e")]
    [TestCase("-")]
    [TestCase("1 ")]
    [TestCase("NaN")]
    [TestCase("0x1")]
    public void FromNumberText_NotANumber_Throws(string text) =>
        Assert.That(() => JsonValue.FromNumberText(text), Throws.TypeOf<FormatException>().With.Message.Contains($"'{text}'"));
}
