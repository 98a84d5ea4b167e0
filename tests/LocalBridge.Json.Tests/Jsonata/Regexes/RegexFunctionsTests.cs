using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Regexes;

namespace LocalBridge.Json.Tests.Jsonata.Regexes;

public sealed class RegexFunctionsTests
{
    [TestCase("265USD", @"([0-9]+)USD", "$$$1", null, "$265")]
    [TestCase("abracadabra", "a.*?a", "*", 1d, "*cadabra")]
    [TestCase("abracadabra", "bra", "<$0>", null, "a<bra>cada<bra>")]
    [TestCase("abc", "b", "$1", null, "ac")]
    [TestCase("abc", "(b)", "$12", null, "ab2c")]
    [TestCase("abc", "(b)", "$2", null, "ac")]
    [TestCase("abc", "b", "$x$", null, "a$x$c")]
    [TestCase("abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "$10$9$11$1", null, "jia1akl")]
    [TestCase("abc", "x", "y", null, "abc")]
    [TestCase("abc", "b", "y", 0d, "abc")]
    public void Replace_Text_FollowsTheRules(string text, string source, string replacement, double? limit, string expected) =>
        Assert.That(RegexFunctions.Replace(text, Matches(source, text), replacement, limit), Is.EqualTo(expected));

    [Test]
    public void Replace_Function_IsGivenEachMatch() => Assert.That(
        RegexFunctions.Replace("a1b22", Matches(@"(\d)\d*", "a1b22"), hit => $"[{hit.Text}:{hit.Group(1)}]"), Is.EqualTo("a[1:1]b[22:2]"));

    [Test]
    public void Replace_FunctionWithoutString_Fails() => Assert.That(
        () => RegexFunctions.Replace("a", Matches("a", "a"), static _ => 1), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3012"));

    [TestCase("a, b; c", "[,;] ?", null, """["a","b","c"]""")]
    [TestCase("a, b; c", "[,;] ?", 2d, """["a","b"]""")]
    [TestCase("a, b; c", "[,;] ?", 1.5, """["a","b"]""")]
    [TestCase("abc", "x", null, """["abc"]""")]
    [TestCase("abc", "x", 0d, "[]")]
    public void Split_Text_FollowsTheRules(string text, string source, double? limit, string expected) =>
        Assert.That(((JsonValue)RegexFunctions.Split(text, Matches(source, text), limit)).ToJson(), Is.EqualTo(expected));

    [Test]
    public void Match_Text_GivesMatchIndexAndGroups() => Assert.That(
        ((JsonValue)RegexFunctions.Match(Matches("a(b+)", "ababbx"))).ToJson(),
        Is.EqualTo("""[{"match":"ab","index":0,"groups":["b"]},{"match":"abb","index":2,"groups":["bb"]}]"""));

    [Test]
    public void Match_GroupWithoutPart_IsUndefined() =>
        Assert.That(RegexFunctions.Match(Matches("(a)|(b)", "b"))[0]["groups"].AsArray()[0].IsUndefined, Is.True);

    [TestCase("x*", "abc")]
    [TestCase("b*", "abc")]
    public void Match_EmptyMatchBehindTheFirst_Fails(string source, string text) => Assert.That(
        () => RegexFunctions.Match(Matches(source, text)), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D1004"));

    [Test]
    public void Match_EmptyMatchAtTheEnd_IsTheLast() => Assert.That(RegexFunctions.Match(Matches("x*", string.Empty)).Count, Is.EqualTo(1));

    [Test]
    public void Functions_NegativeLimit_Fail()
    {
        Assert.That(() => RegexFunctions.Match(Matches("a", "a"), -1), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3040"));
        Assert.That(() => RegexFunctions.Split("a", Matches("a", "a"), -1), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3020"));
        Assert.That(() => RegexFunctions.Replace("a", Matches("a", "a"), "b", -1), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3011"));
    }

    private static RegexMatches Matches(string source, string text) => new(JsRegex.Parse(source), text);
}
