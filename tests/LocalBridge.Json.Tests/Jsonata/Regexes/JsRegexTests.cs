using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Regexes;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata.Regexes;

public sealed class JsRegexTests
{
    // Each expectation is what JavaScript gives: the match and its groups.
    [TestCase(@"\d+", "", "٣ 42", "42")]
    [TestCase(@"\w+", "", "é_a1", "_a1")]
    [TestCase(@"a\sb", "", "a\uFEFFb", "a\uFEFFb")]
    [TestCase(@"\bb", "", "éb", "b")]
    [TestCase("b$", "", "ab\n", null)]
    [TestCase("b$", "m", "ab\r\n", "b")]
    [TestCase("^b", "m", "a\u2028b", "b")]
    [TestCase("a.b", "", "a\u2028b", null)]
    [TestCase("k", "i", "\u212A", null)]
    [TestCase("É", "i", "é", "é")]
    [TestCase("[^a]", "i", "A", null)]
    [TestCase(@"(?<year>\d{4})-(?:\d\d)-\k<year>", "", "2018-03-2018", "2018-03-2018|2018")]
    [TestCase(@"(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", "zaacbbbcac|z|ac|a||c")]
    [TestCase(@"\2(a)(b)", "", "ab", "ab|a|b")]
    [TestCase(@"\101\x41\u0041\cJ", "", "AAA\n", "AAA\n")]
    [TestCase("[]", "", "a", null)]
    [TestCase("[^]", "", "\n", "\n")]
    [TestCase("a{,2}", "", "a{,2}", "a{,2}")]
    [TestCase(@"\u{2}", "", "uu", "uu")]
    [TestCase("(?<=\\$)\\d+(?!\\d|x)", "", "7 $4x $43", "43")]
    public void Match_Expression_MeansWhatItMeansInJavaScript(string source, string flags, string text, string? expected)
    {
        var regex = JsRegex.Parse(source, flags.Contains('i', StringComparison.Ordinal), flags.Contains('m', StringComparison.Ordinal));

        string? found = regex.Match(text) is { } hit
            ? string.Join('|', Enumerable.Range(1, hit.GroupCount).Select(number => hit.Group(number)).Prepend(hit.Text))
            : null;

        Assert.That(found, Is.EqualTo(expected));
        Assert.That(regex.IsMatch(text), Is.EqualTo(expected is not null));
    }

    [Test]
    public void Match_ClassWithHalfAPair_MatchesTheHalf() => Assert.That(JsRegex.Parse("[\uD83D]").Match("😀")!.Value.Text, Is.EqualTo("\uD83D"));

    [TestCase("(")]
    [TestCase(")")]
    [TestCase("*")]
    [TestCase("a**")]
    [TestCase("[")]
    [TestCase("[z-a]")]
    [TestCase("a{2,1}")]
    [TestCase("{1}")]
    [TestCase("\\")]
    [TestCase("(?x)")]
    [TestCase("(?<n>a)(?<n>b)")]
    [TestCase("(?<1n>a)")]
    [TestCase("(?<n>a)\\k<m>")]
    [TestCase("(?<=a)*")]
    public void Parse_FaultyExpression_Fails(string source) =>
        Assert.That(() => JsRegex.Parse(source), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("S0303"));

    [Test]
    public void Parse_VeryDeepNesting_FailsWithoutExhaustingTheStack() =>
        Assert.That(() => JsRegex.Parse(new string('(', 100_000)), Throws.TypeOf<JsonataException>());

    [Test]
    public void IsMatch_NestedRepetition_TakesLinearTime() =>
        Assert.That(JsRegex.Parse("^(a+)+$").IsMatch(new string('a', 50_000) + "b"), Is.False);

    [Test]
    public void IsMatch_HostileBackreference_EndsInAnError() => Assert.That(
        () => JsRegex.Parse("^(a+)+\\1$").IsMatch(new string('a', 40) + "b"),
        Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("U1001"));

    [Test]
    public void Match_AnyExpression_GivesAResultOrACode() => Gen.Select(
        JsonGen.Among("a", "b", "(", ")", "(?:", "(?=", "(?<!", "[", "]", "^", "-", "\\", "\\d", "\\b", "\\1", "*", "+?", "{2}", "|", "$", ".", "\uD83D").Array[0, 8],
        JsonGen.Among("a", "b", "1", "\n", "\uD83D", " ").Array[0, 8]).Check(
        5_000,
        sample =>
        {
            try
            {
                string text = string.Concat(sample.Item2);
                return JsRegex.Parse(string.Concat(sample.Item1), true, true).Match(text) is not { } hit || (hit.Start >= 0 && hit.End <= text.Length);
            }
            catch (JsonataException exception)
            {
                return exception.Code is "S0303" or "U1001";
            }
        },
        sample => $"/{string.Concat(sample.Item1)}/ in '{string.Concat(sample.Item2)}'");
}
