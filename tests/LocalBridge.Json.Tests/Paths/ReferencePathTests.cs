using LocalBridge.Json.Paths;

namespace LocalBridge.Json.Tests.Paths;

public sealed class ReferencePathTests
{
    [TestCase("""{"a":1}""", "$", "9")]
    [TestCase("""{"a":1,"b":2}""", "$.a", """{"a":9,"b":2}""")]
    [TestCase("""{"a":1}""", "$.b", """{"a":1,"b":9}""")]
    [TestCase("{}", "$.a.b['c d']", """{"a":{"b":{"c d":9}}}""")]
    [TestCase("""{"a":[1,{"b":2}]}""", "$.a[1].b", """{"a":[1,{"b":9}]}""")]
    [TestCase("[1,2]", "$[0]", "[9,2]")]
    public void TrySet_PlaceThatCanBe_WritesThere(string json, string path, string expected)
    {
        bool isSet = ReferencePath.Parse(path).TrySet(JsonValue.Parse(json), 9, out JsonValue result, out _);

        Assert.That((isSet, result.ToJson()), Is.EqualTo((true, expected)));
    }

    [TestCase("[]", "$.a", JsonPathErrorKind.Invalid, "The value at $ is not an object, so the member ['a'] cannot be set in it.")]
    [TestCase("""{"a":1}""", "$.a.b", JsonPathErrorKind.Invalid, "The value at $['a'] is not an object, so the member ['b'] cannot be set in it.")]
    [TestCase("""{"a":null}""", "$.a.b", JsonPathErrorKind.Invalid, "The value at $['a'] is not an object, so the member ['b'] cannot be set in it.")]
    [TestCase("{}", "$.a[0]", JsonPathErrorKind.Invalid, "The value at $['a'] is not an array, so the element [0] cannot be set in it.")]
    [TestCase("""{"a":[1]}""", "$.a[1]", JsonPathErrorKind.NotFound, "The array at $['a'] has 1 elements, so there is no element [1] to set.")]
    public void TrySet_PlaceThatCannotBe_SaysWhy(string json, string path, JsonPathErrorKind kind, string message)
    {
        bool isSet = ReferencePath.Parse(path).TrySet(JsonValue.Parse(json), 9, out JsonValue result, out JsonPathError? error);

        Assert.That((isSet, result.IsUndefined, error!.Kind, error.Message), Is.EqualTo((false, true, kind, message)));
    }

    [Test]
    public void TrySet_BesideLargeValue_SharesIt()
    {
        JsonValue root = JsonValue.Parse("""{"large":[1,2,3],"a":{}}""");

        ReferencePath.Parse("$.a.b").TrySet(root, 1, out JsonValue result, out JsonPathError? error);

        Assert.Multiple(() =>
        {
            Assert.That(error, Is.Null);
            Assert.That(result["large"].AsArray(), Is.SameAs(root["large"].AsArray()));
        });
    }

    [TestCase("$.a[*]", 3, "'[*]'")]
    [TestCase("$..a", 1, "'..'")]
    [TestCase("$.a[-1]", 3, "'[-1]'")]
    [TestCase("$['a','b']", 1, "'['a', 'b']'")]
    [TestCase("$.a[?(@.b)]", 3, "'[?]'")]
    public void TryParse_StepThatMayNameMore_IsRefused(string text, int position, string step)
    {
        bool isPath = ReferencePath.TryParse(text, out _, out JsonPathError? error);

        Assert.That((isPath, error!.Position, error.Message), Is.EqualTo(
            (false, position, $"{step} is not allowed in a Reference Path, which names one node: expected names and indexes from 0 only.")));
    }
}
