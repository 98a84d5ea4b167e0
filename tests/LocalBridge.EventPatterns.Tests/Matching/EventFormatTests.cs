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
    [TestCase("{\"b\":{", 6, "the text ends where a field name or the end of the object was expected")]
    [TestCase("{\"b\":[", 6, "the text ends where a value or the end of the array was expected")]
    [TestCase("{\"b\":{\"c\":1 2}}", 12, "the character '2' was found where a comma or the end of the object was expected")]
    [TestCase("{\"b\":\"x\\", 7, "the text ends inside a string")]
    [TestCase("{\"b\":\"\\u12", 6, "an escape '\\u' is not followed by four hexadecimal digits")]
    [TestCase("{\"b\":\u0001}", 5, "the byte 0x01 was found where a value was expected")]
    [TestCase("{\"b\":\u00e9}", 5, "the byte 0xC3 was found where a value was expected")]
    [TestCase("{\"b\": 1", 7, "the text ends where a comma or the end of an object or array was expected")]
    [TestCase("{\"b\":-", 6, "the text ends where a digit was expected")]
    [TestCase("{\"b\":1.", 7, "the text ends where a digit after the decimal point was expected")]
    [TestCase("{\"b\":1e", 7, "the text ends where a digit of the exponent was expected")]
    [TestCase("{\"b\":1.5.2}", 8, "the character '.' was found where the end of a number was expected")]
    [TestCase("{\"b\":1+2}", 6, "the character '+' was found where the end of a number was expected")]
    [TestCase("{\"b\":1-2}", 6, "the character '-' was found where the end of a number was expected")]
    [TestCase("{\"b\":1x}", 6, "the character 'x' was found where the end of a number was expected")]
    [TestCase("{\"b\":true_}", 5, "a word was found that is none of true, false and null")]
    [TestCase("{\"b\":null\u00e9}", 5, "a word was found that is none of true, false and null")]
    [TestCase("{\"b\":fals", 5, "a word was found that is none of true, false and null")]
    [TestCase("{\"b\"", 4, "the text ends where a colon was expected")]
    [TestCase("{", 1, "the text ends where a field name or the end of the object was expected")]
    [TestCase("{\"b\":1,", 7, "the text ends where a field name was expected")]
    [TestCase(" x", 1, "the character 'x' was found where a JSON object (an event must be one) was expected")]
    [TestCase("{b:1}", 1, "the character 'b' was found where a field name in double quotes was expected")]
    [TestCase("{\"b\":[1}", 7, "the character '}' was found where a comma or the end of the array was expected")]
    [TestCase("{\"b\":\u007f}", 5, "the byte 0x7F was found where a value was expected")]
    [TestCase("{\"b\":", 5, "the text ends where a value was expected")]
    [TestCase("{\"b\":~}", 5, "the character '~' was found where a value was expected")]
    [TestCase("{\"b\":!}", 5, "the character '!' was found where a value was expected")]
    [TestCase("{\"b\":\"\\ \"}", 6, "a backslash is followed by the byte 0x20, which is no JSON escape")]
    [TestCase("{\"b\":\"\\n", 8, "the text ends inside a string")]
    [TestCase("{\"b\":\"\\u00e9", 12, "the text ends inside a string")]
    public void TryMatch_MalformedEvent_NamesPlaceAndExpectation(string text, int offset, string reason)
    {
        bool readable = _pattern.TryMatch(Encoding.UTF8.GetBytes(text), out bool matched, out EventFormatError? error);

        Assert.That((readable, matched), Is.EqualTo((false, false)));
        Assert.That((error!.Offset, error.Reason), Is.EqualTo((offset, reason)));
    }

    [TestCase("{\"b\":[0,-0,1.50,1e5,1E+5,12e-5,-0.0e0,7],\"a\":\"x\"}")]
    [TestCase("{\"b\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\",\"a\":\"x\"}")]
    [TestCase("\t{ \n\"b\"\r :\t[ true , false\n, null ] , \"a\" : \"x\" }")]
    [TestCase("{\"b\":{},\"c\":[],\"d\":[{},[],[[]]],\"a\":\"x\"}")]
    [TestCase("{\"b\":{\"a\":{\"a\":[{\"a\":1}]}},\"a\":[[[\"x\"]]]}")]
    public void IsMatch_AnySpelling_IsRead(string text)
    {
        Assert.That(_pattern.IsMatch(Encoding.UTF8.GetBytes(text)), Is.True);
        Assert.That(_pattern.IsMatch(Encoding.UTF8.GetBytes(text), EventGuarantees.WellFormed | EventGuarantees.UniquePaths), Is.True);
        Assert.That(_pattern.IsMatch(Encoding.UTF8.GetBytes(text.Replace("x", "y", StringComparison.Ordinal))), Is.False);
    }

    /// <summary>The scan relies on the guarantee, but what it trips over it names.</summary>
    [TestCase("", 0, "the text ends where a JSON object (an event must be one) was expected")]
    [TestCase(" [1]", 1, "the character '[' was found where a JSON object (an event must be one) was expected")]
    [TestCase("{\"a\" 1}", 5, "the character '1' was found where a colon between field name and value was expected")]
    [TestCase("{\"a\"", 4, "the text ends where a colon between field name and value was expected")]
    [TestCase("{\"a\":?}", 5, "the character '?' was found where a value was expected")]
    [TestCase("{x}", 1, "the character 'x' was found where a field name or the end of the object was expected")]
    [TestCase("{\"a\":[\u000b1]}", 6, "the byte 0x0B was found where an element or the end of the array was expected")]
    [TestCase("{\"a\":\"x", 7, "the text ends inside a string")]
    [TestCase("{\"a\":\"y\\\"", 9, "the text ends inside a string")]
    [TestCase("{\"a\":[", 6, "the text ends inside an object or array")]
    [TestCase("{\"b\":{\"r\":1", 11, "the text ends inside an object or array")]
    [TestCase("{\"b\":{\"r\":\"}}}}\"", 16, "the text ends inside an object or array")]
    [TestCase("{\"b\":}", 6, "the text ends inside an object or array")]
    [TestCase("{\"a\":}", 5, "the character '}' was found where a value was expected")]
    public void IsMatch_MalformedEventDeclaredWellFormed_NamesPlaceAndExpectation(string text, int offset, string reason)
    {
        Assert.That(
            () => _pattern.IsMatch(Encoding.UTF8.GetBytes(text), EventGuarantees.WellFormed),
            Throws.TypeOf<EventFormatException>().With.Property("Offset").EqualTo(offset).And.Message.Contains($": {reason} (line 1, column"));
    }

    [Test]
    public void IsMatch_NestingTooDeepForTheThread_IsRefused()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 999)}{new string(']', 999)}}}");
        EventFormatException? thrown = null;
        Thread thread = new(() => thrown = Record(() => _pattern.IsMatch(utf8, EventGuarantees.WellFormed)), maxStackSize: 192 * 1024);

        thread.Start();
        thread.Join();

        Assert.That(thrown?.Message, Does.Contain("nested deeper than this thread's stack allows"));
        Assert.That(utf8[thrown!.Offset], Is.EqualTo((byte)'['));
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

    private static EventFormatException? Record(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (EventFormatException exception)
        {
            return exception;
        }
    }
}
