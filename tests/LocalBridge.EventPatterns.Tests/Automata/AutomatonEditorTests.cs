using LocalBridge.EventPatterns.Automata;

namespace LocalBridge.EventPatterns.Tests.Automata;

/// <summary>How an automaton is laid out: rules behind the conditions and look-ups that the fewest values and rules share. It decides the speed, not the verdict.</summary>
public sealed class AutomatonEditorTests
{
    private static readonly string[] Fields = ["a", "b", "c", "d"];

    [TestCase("""{"a":[{"exists":false}],"b":[{"anything-but":1}],"c":[{"numeric":[">",1]}],"d":["x"]}""", "d")]
    [TestCase("""{"a":["x"],"b":[{"anything-but":1}],"c":[{"numeric":[">",1]}],"d":[{"exists":false}]}""", "a")]
    [TestCase("""{"a":[{"exists":false}],"b":[{"anything-but":1}],"c":[{"numeric":[">",1]}]}""", "c")]
    [TestCase("""{"a":[{"exists":false}],"b":[{"anything-but":1}]}""", "b")]
    [TestCase("""{"a":[{"exists":true}],"b":["x",{"numeric":[">",1]}],"c":["x"]}""", "c")]
    [TestCase("""{"a":["x"],"b":["x"]}""", "a")]
    public void Add_Rule_IsFoundThroughTheConditionFewestValuesSatisfy(string pattern, string field)
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>().Add(0, EventPattern.Parse(pattern));

        Assert.That(AnchorOf(matcher, 0), Is.EqualTo(field));
    }

    [TestCase(1, "b")]
    [TestCase(62, "b")]
    [TestCase(64, "c")]
    public void Add_RuleThatSharesAConditionWithMany_IsFoundThroughAnother(int others, string field)
    {
        // "a" is shared by all the others, and "b" by as many; a range counts as much as 64 conditions with one value.
        EventPatternMatcher<int> matcher = EventPatternMatcher.CreateRange(Enumerable.Range(0, others + 1).Select(rule => KeyValuePair.Create(
            rule, EventPattern.Parse($"{{\"a\":[\"x\"],\"b\":[\"{(others == 1 ? rule : 0)}\"],\"c\":[{{\"numeric\":[\">\",{rule}]}}]}}"))));

        Assert.That(AnchorOf(matcher, others), Is.EqualTo(others == 62 ? "a" : field));
    }

    [TestCase(new[] { "ab*c*" }, 0)]
    [TestCase(new[] { "*a*bc" }, 0)]
    [TestCase(new[] { "ab*c*de" }, 0)]
    [TestCase(new[] { "*ab*" }, 1)]
    [TestCase(new[] { "*ab*cd*", "*ab*ef*" }, 2)]
    [TestCase(new[] { "*ab*cd*", "*ab*ef*", "*ab*ef*cd*gh*" }, 3)]
    [TestCase(new[] { "*a*bc*", "*bc*" }, 1)]
    [TestCase(new[] { "*bc*a*", "*bc*" }, 1)]
    [TestCase(new[] { "*a*", "*a*b*" }, 2)]
    public void Add_Wildcards_AreSpreadOverThePairsOfBytesFewestShare(string[] wildcards, int grams)
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.CreateRange(
            wildcards.Select(wildcard => KeyValuePair.Create(wildcard, EventPattern.Parse($"{{\"x\":[{{\"wildcard\":\"{wildcard}\"}}]}}", EventPatternOptions.Unlimited))));

        Assert.That(matcher.Automaton.GramCount, Is.EqualTo(grams));
    }

    private static string AnchorOf(EventPatternMatcher<int> matcher, int rule)
    {
        Automaton automaton = matcher.Automaton;
        int path = automaton.Conditions.Items[automaton.SubRules.Items[automaton.Rules.Items[rule]].Anchor].Path;
        return Fields.Single(name => automaton.Root.Find(System.Text.Encoding.UTF8.GetBytes(name))?.Tests?.Path == path);
    }
}
