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

    [TestCase("{", "Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)\"{\"; line: 1, column: 1])")]
    [TestCase("}", "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [TestCase("{a:1}", "Unexpected character ('a' (code 97)): was expecting double-quote to start field name")]
    [TestCase("{\"a\"", "Unexpected end-of-input within/between Object entries")]
    [TestCase("{\"a\":", "Unexpected end-of-input within/between Object entries")]
    [TestCase("{\"a\" 1}", "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value")]
    [TestCase("{\"a\":[1", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[1\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[1],", "Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)\"{\"a\":[1],\"; line: 1, column: 1])")]
    [TestCase("{\"a\":[1 2]}", "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries")]
    [TestCase("{\"a\":[1] \"b\":[1]}", "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries")]
    [TestCase("{\"a\":[1}", "Unexpected close marker '}': expected ']'")]
    [TestCase("{\"a\":{\"b\":[1]]", "Unexpected close marker ']': expected '}'")]
    [TestCase("{\"a\":[?]}", "Unexpected character ('?' (code 63)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [TestCase("{\"a\":[tru_$1]}", "Unrecognized token 'tru_$1': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [TestCase("{\"a\":[nul", "Unrecognized token 'nul': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")]
    [TestCase("{\"a\":[-]}", "Unexpected character (']' (code 93)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value")]
    [TestCase("{\"a\":[-", "Unexpected end-of-input in a number: expected digit (0-9) to follow minus sign, for valid numeric value")]
    [TestCase("{\"a\":[01]}", "Invalid numeric value: Leading zeroes not allowed")]
    [TestCase("{\"a\":[1.e]}", "Unexpected character ('e' (code 101)) in numeric value: Decimal point not followed by a digit")]
    [TestCase("{\"a\":[1.", "Unexpected end-of-input in a number: Decimal point not followed by a digit")]
    [TestCase("{\"a\":[1e]}", "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit")]
    [TestCase("{\"a\":[1E+", "Unexpected end-of-input in a number: Exponent indicator not followed by a digit")]
    [TestCase("{\"a\":[\"x", "Unexpected end-of-input in a string: was expecting closing quote")]
    [TestCase("{\"a\":[\"x\\", "Unexpected end-of-input in character escape sequence")]
    [TestCase("{\"a\":[\"\\u12", "Unexpected character: was expecting four hexadecimal digits in a character escape sequence")]
    [TestCase("{\"a\":[\"\\u12g4\"]}", "Unexpected character: was expecting four hexadecimal digits in a character escape sequence")]
    [TestCase("{\"a\":[\"\\x\"]}", "Unrecognized character escape 'x' (code 120)")]
    [TestCase("{\"a\":[\"x\ty\"]}", "Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in string value")]
    [TestCase("[1]", "Filter is not an object")]
    [TestCase("", "Filter is not an object")]
    [TestCase("{\"a\":[{\"numeric\":[true", "Invalid member in numeric match: true")]
    [TestCase("{\"a\":[{\"numeric\":[false", "Invalid member in numeric match: false")]
    [TestCase("{\"a\":[{\"numeric\":[null", "Invalid member in numeric match: null")]
    [TestCase("{\"a\":[{\"numeric\":[5", "Invalid member in numeric match: 5")]
    [TestCase("{\"a\":[{\"numeric\":[{", "Invalid member in numeric match: {")]
    [TestCase("{\"a\":[{\"numeric\":[[", "Invalid member in numeric match: [")]
    [TestCase("{\"a\":[{\"numeric\":[]", "Invalid member in numeric match: ]")]
    [TestCase("{\"a\":[{\"numeric\":[\">\",1,5]}]}", "Bad value in numeric range: 5")]
    [TestCase("{\"a\":[{\"numeric\":[\">\",1,true]}]}", "Bad value in numeric range: true")]
    [TestCase("{\"a\":[-0", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[-0\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[0", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[0\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[1.5", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[1.5\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[1e5", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[1e5\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[12", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[12\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[true", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[true\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[\"x\"", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[\"x\"\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[{\"exists\":true}", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[{\"exists\":true}\"; line: 1, column: 6])")]
    [TestCase("{\"a\":[1e", "Unexpected end-of-input in a number: Exponent indicator not followed by a digit")]
    [TestCase("{\"a\":[1,", "Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"{\"a\":[1,\"; line: 1, column: 6])")]
    public void Parse_NotJson_NamesTheReason(string pattern, string reason)
    {
        Assert.That(() => EventPattern.Parse(pattern), Throws.TypeOf<EventPatternException>().With.Property("Reason").EqualTo(reason));
    }

    [TestCase("{\r  \"b\": 1\n}", 2, 9)]
    [TestCase("{\n\r\n  \"b\": 1\n}", 3, 9)]
    [TestCase("{\r", 2, 1)]
    [TestCase("{\r\n", 2, 1)]
    public void Parse_AnyLineBreak_CountsOnce(string pattern, int line, int column)
    {
        EventPatternError error = Error(pattern);

        Assert.That((error.Line, error.Column), Is.EqualTo(((int?)line, (int?)column)));
    }

    [Test]
    public void Parse_ReservedNameInsideOr_IsRefused(
        [Values(
            "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex",
            "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
            "ip-address-in-range", "ip-address-not-in-range")] string name)
    {
        Assert.That(
            Error($"{{\"$or\":[{{\"a\":[1]}},{{\"{name}\":[1]}}]}}").Reason, Is.EqualTo($"{name} is Ruler reserved fieldName which cannot be used inside $or."));
        Assert.That(EventPattern.Parse($"{{\"{name}\":[1]}}").IsMatch(Encoding.UTF8.GetBytes($"{{\"{name}\":1}}")), Is.True);
    }

    [TestCase("{ \"a\" :\t[ 1 ,\r\n2 ] }", "{\"a\":2}")]
    [TestCase("{\"a\":[0,-0.5e+1,1E2]}", "{\"a\":-5}")]
    [TestCase("{\"a\":[0,-0.5e+1,1E2]}", "{\"a\":100}")]
    [TestCase("{\"a\":[{\"exists\":false},{\"exists\":false}]}", "{}")]
    [TestCase("{\"a\":[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"]}", "{\"a\":\"\\u0022\\u005c\\u002f\\u0008\\u000c\\u000a\\u000d\\u0009A\"}")]
    public void Parse_AnySpelling_IsRead(string pattern, string eventText) => Assert.That(EventPattern.Parse(pattern).IsMatch(Encoding.UTF8.GetBytes(eventText)), Is.True);

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
    public void Message_PatternOf500Characters_ShowsAllOfIt()
    {
        string text = $"{{\"{new string('f', 494)}\":1}}";

        Assert.That(Error(text).Message, Does.EndWith($"[Source: (String)\"{text}\"; line: 1, column: 500]"));
    }

    [Test]
    public void Message_WrongBracket_StatesTheLocationOnce()
    {
        Assert.That(
            Error("{\"a\":[1}").Message,
            Is.EqualTo("Event pattern is not valid. Reason: Unexpected close marker '}': expected ']'\n at [Source: (String)\"{\"a\":[1}\"; line: 1, column: 8]"));
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

        Assert.That(
            () => EventPattern.Parse(bytes),
            Throws.TypeOf<EventPatternException>().With.Message.EqualTo(
                "Event pattern is not valid. Reason: The bytes are not valid UTF-8: the sequence at byte offset 7 cannot be decoded"));
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
