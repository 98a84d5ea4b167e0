using System.Text;
using LocalBridge.Json.Reading;

namespace LocalBridge.Json.Tests.Reading;

public sealed class ParseTests
{
    [TestCase("""{"a":[1,{"b":null}],"c":"x","d":{}}""")]
    [TestCase("""[{"a":1,"b":2},{"a":3,"b":4},{"a":5},{"a":6,"b":7,"c":8},{"c":1,"a":2}]""")]
    [TestCase("""["\"\\\b\f\n\r\t\u0001 / é 日本 😀"]""")]
    [TestCase("\"\\uD800\"")]
    [TestCase("\"a\\uDC00b\\uD83D\"")]
    [TestCase("""{"\"":1,"é":{"日本":2}}""")]
    public void ToJson_AfterParse_IsTheCompactText(string json)
    {
        JsonValue value = JsonValue.Parse(json);

        Assert.Multiple(() =>
        {
            Assert.That(value.ToJson(), Is.EqualTo(json));
            Assert.That(value.GetUtf8Length(), Is.EqualTo(Encoding.UTF8.GetByteCount(json)));
            Assert.That(JsonValue.Parse(Encoding.UTF8.GetBytes(json)), Is.EqualTo(value));
            Assert.That(JsonValue.Parse(value.ToIndentedJson()), Is.EqualTo(value));
        });
    }

    [Test]
    public void Parse_EscapesAndBlanks_AreRead() =>
        Assert.That(JsonValue.Parse(" [ \"\\u00e9\\/\\ud83d\\ude00\" , 1 ] \r\n\t").ToJson(), Is.EqualTo("[\"é/😀\",1]"));

    [Test]
    public void Parse_LoneSurrogateInTheString_IsKept()
    {
        JsonValue value = JsonValue.Parse("\"a\uD83Db\"");

        Assert.That((value.GetString(), value.ToJson()), Is.EqualTo(("a\uD83Db", "\"a\\uD83Db\"")));
    }

    [Test]
    public void Parse_ByteOrderMark_IsSkipped() => Assert.That(JsonValue.Parse("\uFEFF[1]"u8)[0], Is.EqualTo((JsonValue)1));

    [TestCase("", 1, 1, "Expected a value, but the text ends.")]
    [TestCase("{\"a\":1,\n  x}", 2, 3, "Expected a name in double quotes, but found 'x'.")]
    [TestCase("[1 2]", 1, 4, "Expected ',' or ']', but found '2'.")]
    [TestCase("{\"a\" 1}", 1, 6, "Expected ':', but found '1'.")]
    [TestCase("[1,]", 1, 4, "Expected a value, but found ']'.")]
    [TestCase("{\"é\":tru}", 1, 6, "Expected a value, but found 't'.")]
    [TestCase("01", 1, 2, "Expected a digit of a number without leading zeros, but found '1'.")]
    [TestCase("1 1", 1, 3, "Expected the end of the text, but found '1'.")]
    [TestCase("\"a", 1, 3, "Expected '\"' at the end of a string, but the text ends.")]
    [TestCase("\"\\x\"", 1, 3, "Expected one of \" \\ / b f n r t u after a backslash, but found 'x'.")]
    [TestCase("\"\\u12g4\"", 1, 4, "Expected four hexadecimal digits after \\u, but found '1'.")]
    [TestCase("\"a\nb\"", 1, 3, "A string holds the control character U+000A; expected it written as \\u000a.")]
    [TestCase("[/*x*/1]", 1, 2, "Expected a value, but found '/'.")]
    public void TryParse_Fault_NamesThePlaceAndWhatWasExpected(string json, int line, int column, string message)
    {
        bool read = JsonValue.TryParse(json, out JsonValue value, out JsonParseError? error);

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.False);
            Assert.That(value.IsUndefined);
            Assert.That((error!.Line, error.Column, error.Message), Is.EqualTo((line, column, message)));
        });
    }

    [Test]
    public void Parse_Fault_ThrowsWithPlace() =>
        Assert.That(
            () => JsonValue.Parse("[\n1,,2]"),
            Throws.TypeOf<JsonParseException>().With.Message.EqualTo("Line 2, column 3: Expected a value, but found ','."));

    [Test]
    public void TryParse_BytesThatAreNotUtf8_NamesTheOffset()
    {
        bool read = JsonValue.TryParse([0x22, 0xC3, 0xA9, 0xFF, 0x22], out _, out JsonParseError? error);

        Assert.That((read, error!.Offset, error.Message), Is.EqualTo((false, 3, "The bytes are not UTF-8.")));
    }

    [Test]
    public void Parse_DuplicateName_LastValueInTheFirstPlace() =>
        Assert.That(JsonValue.Parse("""{"a":1,"b":2,"a":3}""").ToJson(), Is.EqualTo("""{"a":3,"b":2}"""));

    [Test]
    public void Parse_DuplicateNameInALargeObject_LastValueInTheFirstPlace()
    {
        string members = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"n{i}\":{i}"));

        JsonValue value = JsonValue.Parse($$"""{{{members}},"n39":"x","n0":"y"}""");

        Assert.That((value.Count, value["n39"], value["n0"]), Is.EqualTo((40, (JsonValue)"x", (JsonValue)"y")));
    }

    [Test]
    public void TryParse_DuplicateNameRejected_NamesIt()
    {
        var options = new JsonReadOptions { DuplicateNames = DuplicateNames.Reject };

        bool read = JsonValue.TryParse("""[{"a":1},{"a":1,"a":2}]""", options, out _, out JsonParseError? error);

        Assert.That((read, error!.Column, error.Message), Is.EqualTo((false, 17, "The name 'a' occurs twice in one object.")));
    }

    [Test]
    public void TryParse_DeeperThanAllowed_IsRefused()
    {
        string json = new string('[', 1001) + new string(']', 1001);

        bool read = JsonValue.TryParse(json, out _, out JsonParseError? error);

        Assert.That((read, error!.Message), Is.EqualTo((false, "Arrays and objects are nested deeper than 1000 levels.")));
    }

    [Test]
    public void Parse_AMillionLevelsAllowed_NeedsNoStack()
    {
        string json = new string('[', 1_000_000) + new string(']', 1_000_000);

        JsonValue value = JsonValue.Parse(json, new JsonReadOptions { MaximumDepth = int.MaxValue });

        Assert.That(value.ToJson(), Is.EqualTo(json));
    }
}
