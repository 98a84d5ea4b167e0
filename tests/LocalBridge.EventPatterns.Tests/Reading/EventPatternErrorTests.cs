using System.Text;

namespace LocalBridge.EventPatterns.Tests.Reading;

/// <summary>Messages the corpus has no row for, and the parts of an error.</summary>
public sealed class EventPatternErrorTests
{
    [TestCase("{\"x\":[{\"prefix\":{}}]}", "Prefix expression name not found")]
    [TestCase("{\"x\":[{\"suffix\":{}}]}", "Suffix expression name not found")]
    [TestCase("{\"x\":[{\"cidr\":\"10.0.0.0/8\",\"a\":1}]}", "Too many elements in numeric expression")]
    [TestCase("{\"x\":[{\"wildcard\":\"a\",\"b\":1}]}", "Only one key allowed in match expression")]
    [TestCase("{\"x\":[{\"exists\":true,\"b\":1}]}", "Only one key allowed in match expression")]
    [TestCase("{\"x\":[{\"anything-but\":[]}]}", "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [TestCase("{\"x\":[{\"anything-but\":[1e400]}]}", "Cannot compare number : 1e400")]
    [TestCase("{\"x\":[{\"anything-but\":{\"wildcard\":null}}]}", "Value of anything-but must be an array or single string/number value.")]
    [TestCase("{\"x\":[{\"numeric\":[\"=\",5,6]}]}", "Too many elements in numeric expression")]
    [TestCase("{\"x\":[{\"numeric\":[\">=\",\"5\"]}]}", "Value of >= must be numeric")]
    [TestCase("{\"$or\":[{\"date-after\":[1]},{\"a\":[1]}]}", "date-after is Ruler reserved fieldName which cannot be used inside $or.")]
    [TestCase("{\"ip\":[{\"cidr\":\"10.0.0.0/-1\"}]}", "Malformed CIDR, mask bits must be an integer")]
    [TestCase("{\"ip\":[{\"cidr\":\"1/2/3\"}]}", "Malformed CIDR, one '/' required")]
    public void Parse_Invalid_NamesTheReason(string pattern, string reason)
    {
        Assert.That(() => EventPattern.Parse(pattern), Throws.TypeOf<EventPatternException>().With.Property("Reason").EqualTo(reason));
    }

    [Test]
    public void Message_ErrorInAList_StatesTheLocationTwice()
    {
        const string Text = "{\"x\":[{\"anything-but\":[\"a\",null]}]}";

        EventPatternError error = Error(Text);

        const string Location = "\n at [Source: (String)\"{\"x\":[{\"anything-but\":[\"a\",null]}]}\"; line: 1, column: 32]";
        Assert.That(error.Message, Is.EqualTo($"Event pattern is not valid. Reason: {error.Reason}{Location}{Location}"));
    }

    [Test]
    public void Message_LongPattern_ShowsItsStart()
    {
        string text = $"{{\"{new string('f', 600)}\":1}}";

        EventPatternError error = Error(text);

        Assert.That(error.Message, Does.EndWith($"[Source: (String)\"{text[..500]}\"[truncated 106 chars]; line: 1, column: 606]"));
    }

    [Test]
    public void Parse_SeveralLines_CountsLinesAndColumns()
    {
        EventPatternError error = Error("{\r\n  \"a\": [\"x\"],\n  \"b\": 1\n}");

        Assert.That((error.Line, error.Column), Is.EqualTo(((int?)3, (int?)9)));
    }

    [Test]
    public void Parse_InvalidUtf8_NamesTheByte()
    {
        byte[] bytes = [.. "{\"a\":[\""u8, 0xFF, .. "\"]}"u8];

        Assert.That(() => EventPattern.Parse(bytes), Throws.TypeOf<EventPatternException>().With.Message.Contains("byte offset 7"));
    }

    [Test]
    public void Parse_Utf8_KeepsTheText()
    {
        EventPattern pattern = EventPattern.Parse(Encoding.UTF8.GetBytes("{ \"\u00e9\": [\"x\"] }"));

        Assert.That(pattern.Json, Is.EqualTo("{ \"\u00e9\": [\"x\"] }"));
        Assert.That(pattern.ToString(), Is.EqualTo(pattern.Json));
    }

    [Test]
    public void Parse_Null_IsRefused()
    {
        Assert.That(() => EventPattern.Parse((string)null!), Throws.ArgumentNullException);
    }

    private static EventPatternError Error(string text) =>
        EventPattern.TryParse(text, out _, out EventPatternError? error) ? throw new AssertionException("The pattern is valid.") : error;
}
