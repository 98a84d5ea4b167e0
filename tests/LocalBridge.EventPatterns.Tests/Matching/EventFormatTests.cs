using System.Text;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class EventFormatTests
{
    private readonly EventPattern _pattern = EventPattern.Parse("""{"a":["x"]}""");

    [TestCase("", 0, "the text ends where a JSON object was expected")]
    [TestCase("[]", 0, "the character '[' was found where a JSON object (an event must be one) was expected")]
    [TestCase("{\"a\":\"x\"", 8, "the text ends where a comma or the end of an object or array was expected")]
    [TestCase("{\"b\":}", 5, "the character '}' was found where a value was expected")]
    [TestCase("{\"b\":[1,2,}]}", 10, "the character '}' was found where a value was expected")]
    [TestCase("{\"b\":[1 2]}", 8, "the character '2' was found where a comma or the end of the array was expected")]
    [TestCase("{\"b\":{\"c\" 1}}", 10, "the character '1' was found where a colon between field name and value was expected")]
    [TestCase("{\"a\":\"x\",}", 9, "the character '}' was found where a field name in double quotes was expected")]
    [TestCase("{\"b\":01}", 6, "the character '1' was found where the end of a number was expected")]
    [TestCase("{\"b\":1.}", 7, "the character '}' was found where a digit after the decimal point was expected")]
    [TestCase("{\"b\":-}", 6, "the character '}' was found where a digit was expected")]
    [TestCase("{\"b\":1e+}", 8, "the character '}' was found where a digit of the exponent was expected")]
    [TestCase("{\"b\":truex}", 5, "a word was found that is none of true, false and null")]
    [TestCase("{\"b\":nul}", 5, "a word was found that is none of true, false and null")]
    [TestCase("{\"b\":\"\t\"}", 6, "the control character 0x09 stands unescaped in a string")]
    [TestCase("{\"b\":\"\\x\"}", 6, "a backslash is followed by the character 'x', which is no JSON escape")]
    [TestCase("{\"b\":\"\\u12g4\"}", 6, "an escape '\\u' is not followed by four hexadecimal digits")]
    [TestCase("{\"b\":\"x", 7, "the text ends inside a string")]
    public void TryMatch_MalformedEvent_NamesPlaceAndExpectation(string text, int offset, string reason)
    {
        bool readable = _pattern.TryMatch(Encoding.UTF8.GetBytes(text), out bool matched, out EventFormatError? error);

        Assert.That((readable, matched), Is.EqualTo((false, false)));
        Assert.That((error!.Offset, error.Reason), Is.EqualTo((offset, reason)));
    }

    [Test]
    public void IsMatch_MalformedEvent_ThrowsWithLineAndColumn()
    {
        Assert.That(
            () => _pattern.IsMatch("{\n  \"b\": ?\n}"u8),
            Throws.TypeOf<EventFormatException>().With.Message.EqualTo(
                "The event cannot be read: the character '?' was found where a value was expected (line 2, column 8, byte offset 9)."));
    }

    [Test]
    public void IsMatch_InvalidUtf8_NamesTheFirstBadByte()
    {
        byte[] bytes = [.. "{\"b\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.That(() => _pattern.IsMatch(bytes), Throws.TypeOf<EventFormatException>().With.Property("Offset").EqualTo(6));
    }

    [Test]
    public void IsMatch_TextBehindTheEvent_IsIgnored()
    {
        Assert.That(_pattern.IsMatch("""{"a":"x"} trailing"""u8), Is.True);
    }
}
