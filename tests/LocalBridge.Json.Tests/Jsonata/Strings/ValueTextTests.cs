using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Tests.Jsonata.Strings;

public sealed class ValueTextTests
{
    [TestCase("\"a\"", "a")]
    [TestCase("5.0", "5")]
    [TestCase("1e20", "100000000000000000000")]
    [TestCase("1e-7", "1e-7")]
    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("100000000000000.5", "100000000000001")]
    [TestCase("-123456789.0123456789", "-123456789.012346")]
    [TestCase("[1,{\"a\":null,\"b\":[]},\"x\\ny\\u0001\"]", "[1,{\"a\":null,\"b\":[]},\"x\\ny\\u0001\"]")]
    [TestCase("[\"\\ud83d😀\"]", "[\"\\ud83d😀\"]")]
    [TestCase("true", "true")]
    [TestCase("null", "null")]
    public void Create_Value_IsWrittenAsJavaScriptWritesIt(string json, string expected) =>
        Assert.That(ValueText.Create(JsonValue.Parse(json)), Is.EqualTo(expected));

    [Test]
    public void Create_Pretty_IndentsByTwo() => Assert.That(
        ValueText.Create(JsonValue.Parse("""{"a":[1,[]],"b":{}}"""), isPretty: true), Is.EqualTo("{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}"));

    [Test]
    public void Create_DeepValue_EndsInAResultOrAnError()
    {
        JsonValue deep = JsonValue.EmptyArray;
        foreach (int _ in Enumerable.Range(0, 200_000))
        {
            deep = JsonArray.Create(deep);
        }

        Assert.That(() => ValueText.Create(deep), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("U1001"));
    }
}
