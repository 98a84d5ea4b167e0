using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Pictures;

namespace LocalBridge.Json.Tests.Jsonata.Pictures;

public sealed class NumberPictureTests
{
    [TestCase(12345.6, "#,###.00", "12,345.60")]
    [TestCase(0.14, "01%", "14%")]
    [TestCase(0.006, "#‰", "6‰")]
    [TestCase(-6, "000", "-006")]
    [TestCase(-6, "0;(0)", "(6)")]
    [TestCase(1234.5678, "00.000e0", "12.346e2")]
    [TestCase(0.234, "0.0e0", "2.3e-1")]
    [TestCase(0, "0.0e0", "0.0e0")]
    [TestCase(1234567.891, "#,##,##0.0#", "12,34,567.89")]
    [TestCase(0.5, "#", "0")]
    [TestCase(0.12345678, "0.000,000", "0.123,457")]
    [TestCase(1.5, "USD 0.00 units", "USD 1.50 units")]
    public void Format_Picture_WritesIt(double value, string picture, string expected) =>
        Assert.That(NumberPicture.Parse(picture).Format(value), Is.EqualTo(expected));

    [TestCase("""{"decimal-separator":",","grouping-separator":"."}""", "#.##0,00", "1.234,50")]
    [TestCase("""{"zero-digit":"٠"}""", "#,٠٠٠.٠", "١,٢٣٤.٥")]
    [TestCase("""{"minus-sign":"~","pattern-separator":"|"}""", "0.0|neg 0", "1234.5")]
    public void Format_Options_AreUsed(string options, string picture, string expected) =>
        Assert.That(NumberPicture.Parse(picture, DecimalFormat.From(JsonValue.Parse(options).AsObject())).Format(1234.5), Is.EqualTo(expected));

    [TestCase("0;0;0", "D3080")]
    [TestCase("0.0.0", "D3081")]
    [TestCase("0%%", "D3082")]
    [TestCase("0‰‰", "D3083")]
    [TestCase("0%‰", "D3084")]
    [TestCase(".", "D3085")]
    [TestCase("0a0", "D3086")]
    [TestCase("0,.0", "D3087")]
    [TestCase("0,", "D3088")]
    [TestCase("0,,0", "D3089")]
    [TestCase("0#", "D3090")]
    [TestCase("0.#0", "D3091")]
    [TestCase("0e0%", "D3092")]
    [TestCase("0e", "D3093")]
    public void Parse_FaultyPicture_Fails(string picture, string code) =>
        Assert.That(() => NumberPicture.Parse(picture), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo(code));
}
