using System.Text;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>What a removed rule leaves behind must be nothing: its numbers go to the next rule.</summary>
public sealed class RuleEditingTests
{
    private static readonly string[] Alternatives =
    [
        "\"text\"", "\"a text of more than sixteen bytes\"", "{\"equals-ignore-case\":\"text\"}", "{\"equals-ignore-case\":\"t\u00e9xt\"}", "{\"equals-ignore-case\":\"\u00e9t\u00e9\"}",
        "{\"prefix\":\"te\"}", "{\"suffix\":\"xt\"}", "{\"prefix\":{\"equals-ignore-case\":\"TE\"}}", "{\"prefix\":{\"equals-ignore-case\":\"t\u00c9\"}}",
        "{\"suffix\":{\"equals-ignore-case\":\"XT\"}}", "{\"suffix\":{\"equals-ignore-case\":\"\u00e9xt\"}}", "{\"suffix\":{\"equals-ignore-case\":\"T\u00e9\"}}", "{\"suffix\":{\"equals-ignore-case\":\"\u00e9\"}}", "{\"prefix\":{\"equals-ignore-case\":\"\u00c9t\"}}", "{\"suffix\":{\"equals-ignore-case\":\"\u00e8t\u00e9\"}}", "{\"suffix\":{\"equals-ignore-case\":\"1\u4e2d\"}}",
        "{\"wildcard\":\"*x*\"}", "{\"wildcard\":\"*ex*\"}", "{\"wildcard\":\"t*x*\"}", "{\"wildcard\":\"*e*t\"}", "{\"wildcard\":\"t*t\"}", "{\"wildcard\":\"te*\"}", "{\"wildcard\":\"*xt\"}",
        "\"10.0.0.7\"", "{\"cidr\":\"10.0.0.0/24\"}", "{\"cidr\":\"10.0.0.0/8\"}", "\"2001:db8::1\"", "{\"cidr\":\"2001:db8::/24\"}",
        "7", "12345678901234567890", "{\"numeric\":[\"<\",10]}", "{\"numeric\":[\">\",5]}", "{\"numeric\":[\">\",5,\"<=\",7]}", "{\"numeric\":[\"=\",7]}",
        "true", "false", "null", "{\"exists\":true}", "{\"exists\":false}",
        "{\"anything-but\":\"other\"}", "{\"anything-but\":[7,8]}", "{\"anything-but\":{\"prefix\":\"o\"}}", "{\"anything-but\":{\"wildcard\":[\"*o*\",\"o*r*\"]}}",
        "\"text\",{\"anything-but\":\"other\"}", "{\"anything-but\":\"text\"},{\"anything-but\":\"other\"}", "{\"anything-but\":\"text\"},{\"exists\":false}",
    ];

    private static readonly string[] Values =
        ["\"text\"", "\"TEXT\"", "\"t\u00c9xt\"", "\"\u00c9t\u00e9\"", "\"a text of more than sixteen bytes\"", "\"10.0.0.7\"", "\"2001:db8::1\"", "\"other\"", "7", "5", "12345678901234567890", "true", "false", "null", "[1,\"y\"]", "[]", "\"a longer text with t and xt\"", "\"ext\"", "\"\u00e9\"", "\"xt\u00c9\""];

    private static readonly string[] Events = [.. Values.Select(value => $"{{\"x\":{value}}}"), "{}"];

    [TestCaseSource(nameof(Alternatives))]
    public void Remove_RuleBesideOthersOnItsField_LeavesNothingThatMatches(string alternative)
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>();
        foreach (string other in Alternatives.Where(other => other != alternative))
        {
            matcher = matcher.Add(other, Parse(other));
        }

        EventPatternMatcher<string> edited = matcher.Add("gone", Parse(alternative)).Remove("gone").Add("next", EventPattern.Parse("""{"z":["none"]}"""));

        Assert.That(Events.Select(text => Matches(edited, text)), Is.EqualTo(Events.Select(text => Matches(matcher, text))));
    }

    [Test]
    public void Match_RulesOfEveryOperator_FindsThoseThatFitAlone()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.CreateRange(Alternatives.Select(alternative => KeyValuePair.Create(alternative, Parse(alternative))));

        Assert.That(
            Events.Select(text => Matches(matcher, text)),
            Is.EqualTo(Events.Select(text => Join(Alternatives.Where(alternative => Parse(alternative).IsMatch(Encoding.UTF8.GetBytes(text)))))));
    }

    [TestCaseSource(nameof(Alternatives))]
    public void Remove_TheOnlyRule_LeavesNothing(string alternative)
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>()
            .Add("one", EventPattern.Parse($"{{\"a\":{{\"x\":[{alternative}],\"y\":[{alternative}]}}}}"))
            .Add("two", EventPattern.Parse($"{{\"a\":{{\"x\":[{alternative}]}},\"b\":[1]}}"))
            .Remove("one")
            .Remove("two");

        EventPatterns.Automata.Automaton automaton = matcher.Automaton;
        Assert.That(automaton.Root.IsEmpty, Is.True);
        Assert.That(automaton.Root.CoupledPaths, Is.Zero);
        Assert.That(automaton.AbsencePaths, Is.Empty);
        Assert.That(automaton.Paths.Span.ToArray(), Is.All.Null);
        Assert.That(automaton.Keys.Span.ToArray(), Is.All.Null);
        Assert.That(automaton.Anchors.Span.ToArray(), Is.All.EqualTo(-1));
        Assert.That((automaton.SubRuleCount, automaton.CoupledSubRuleCount, automaton.OnlyFields, automaton.GramCount), Is.EqualTo((0, 0, 0, 0)));
        Assert.That(automaton.SubRules.Span.ToArray().Select(subRule => subRule.Rule), Is.All.EqualTo(-1));
    }

    [Test]
    public void Remove_OneOfTwoRules_LeavesTheOtherTheOnlyOne()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("one", EventPattern.Parse("""{"x":[1]}""")).Add("two", EventPattern.Parse("""{"x":[1],"y":[2]}""")).Remove("one");

        EventPatterns.Automata.FieldTests tests = matcher.Automaton.Paths.Span.ToArray().First(path => path is not null)!;
        Assert.That(matcher.Automaton.OnlyFields, Is.EqualTo(2));
        Assert.That((tests.RequiredBy, tests.ConditionCount, tests.OpenConditionCount, tests.CoupledSubRules), Is.EqualTo((1, 1, 0, 0)));
    }

    [Test]
    public void Remove_RuleWithAbsence_KeepsTheCountsOfTheOthers()
    {
        EventPattern open = EventPattern.Parse("""{"a":{"x":[{"anything-but":"q"}],"y":[{"exists":false},"z"]}}""");
        EventPattern closed = EventPattern.Parse("""{"a":{"x":["q"],"y":["y"]}}""");
        EventPatternMatcher<string> both = EventPatternMatcher.Create<string>().Add("open", open).Add("closed", closed);

        Assert.That(Counts(both), Is.EqualTo("a.x 2 1 2 2; a.y 1 1 2 2"));
        Assert.That(Counts(both.Remove("open")), Is.EqualTo("a.x 1 0 1 1; a.y 1 0 1 1"));
        Assert.That(Counts(both.Remove("closed")), Is.EqualTo("a.x 1 1 1 1; a.y 0 1 1 1"));
        Assert.That(Counts(both.Remove("closed").Add("closed", closed)), Is.EqualTo("a.x 2 1 2 2; a.y 1 1 2 2"));
    }

    [TestCaseSource(nameof(Alternatives))]
    public void SetItem_AgainAndAgain_UsesTheSameNumbers(string alternative)
    {
        EventPattern[] patterns = [.. ((string[])["a", "b"]).Select(name => EventPattern.Parse($"{{\"{name}\":{{\"x\":[{alternative}],\"y\":[{alternative}]}},\"x\":[{alternative},\"{name}\"]}}", EventPatternOptions.Unlimited))];
        EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>().Add(0, Parse(alternative)).Add(1, patterns[0]).SetItem(1, patterns[1]);
        string before = Sizes(matcher.Automaton);

        for (int change = 0; change < 40; change++)
        {
            matcher = matcher.SetItem(1, patterns[change % 2]);
        }

        Assert.That(Sizes(matcher.Automaton), Is.EqualTo(before));
        Assert.That(EventPatterns.Automata.Sink.Id(Guards(matcher).AddGuard(WildcardShape.Parse("*a*b*", out _)!, 0)), Is.LessThanOrEqualTo(4));
        Assert.That(matcher.Automaton.Pool.Count, Is.LessThanOrEqualTo(12));
    }

    [Test]
    public void Remove_RuleOfManyFields_KeepsThePoolSmall()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.CreateRange(Enumerable.Range(0, 40).Select(rule => KeyValuePair.Create(rule, EventPattern.Parse($"{{\"x\":[{rule}],\"y\":[{rule}],\"z\":[{rule % 3}]}}"))));
        int[] left = [.. Enumerable.Range(0, 40).Where(rule => rule % 3 == 0)];

        foreach (int rule in Enumerable.Range(0, 40).Except(left))
        {
            matcher = matcher.Remove(rule);
        }

        Assert.That(matcher.Automaton.Pool.Count, Is.LessThanOrEqualTo(2 * 3 * left.Length));
        Assert.That(left.Select(rule => Matches(matcher, $"{{\"x\":{rule},\"y\":{rule},\"z\":0}}")), Is.EqualTo(left.Select(rule => rule.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>A table of ten thousand rules is copied at each change: room kept for growth would cost memory and time again and again.</summary>
    [Test]
    public void AddRange_ManyRules_KeepsLittleRoomForGrowth()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.CreateRange(Enumerable.Range(0, 520).Select(rule => KeyValuePair.Create(rule, EventPattern.Parse(
            $"{{\"f{rule}\":[{{\"exists\":true}}],\"x\":[\"{rule}\",{{\"anything-but\":\"{rule}\"}}],\"y\":[{{\"exists\":false}},{rule}]}}"))));

        EventPatterns.Automata.Automaton automaton = matcher.Automaton;
        EventPatterns.Automata.FieldTests tests = automaton.Root.Find("x"u8)!.Tests!;
        Assert.That(
            new[]
            {
                Room(automaton.Paths), Room(automaton.Keys), Room(automaton.Conditions), Room(automaton.Anchors), Room(automaton.Complements), Room(automaton.SubRules),
                Room(automaton.Pool), Room(automaton.Rules), Room(tests.ComplementAnchors), Room(tests.AbsenceAnchors),
            },
            Is.All.LessThanOrEqualTo(0));
    }

    /// <summary>By how much the room is more than a list may keep.</summary>
    private static int Room<T>(EventPatterns.Automata.Tables.GrowList<T> list) => list.Items.Length - list.Count - (list.Count >> 4) - 4;

    private static EventPatterns.Automata.SinkStore Guards(EventPatternMatcher<int> matcher) => matcher.Automaton.Root.Find("x"u8)!.Tests!.Sinks.Clone();

    private static string Sizes(EventPatterns.Automata.Automaton automaton) =>
        $"{automaton.Paths.Count} {automaton.Conditions.Count} {automaton.Complements.Count} {automaton.SubRules.Count} {automaton.Rules.Count} {automaton.GramCount}";

    /// <summary>For two fields: how many sub-rules need it, its open conditions, all its conditions, and its sub-rules in arrays.</summary>
    private static string Counts(EventPatternMatcher<string> matcher) => $"{Counts(matcher, "x")}; {Counts(matcher, "y")}";

    private static string Counts(EventPatternMatcher<string> matcher, string name)
    {
        EventPatterns.Automata.FieldTests tests = matcher.Automaton.Root.Find("a"u8)!.Find(Encoding.UTF8.GetBytes(name))!.Tests!;
        return $"a.{name} {tests.RequiredBy} {tests.OpenConditionCount} {tests.ConditionCount} {tests.CoupledSubRules}";
    }

    private static EventPattern Parse(string alternative) => EventPattern.Parse($"{{\"x\":[{alternative}]}}", EventPatternOptions.Unlimited);

    private static string Matches<TRule>(EventPatternMatcher<TRule> matcher, string text)
        where TRule : notnull
    {
        List<TRule> matches = [];
        matcher.Match(Encoding.UTF8.GetBytes(text), matches);
        return Join(matches.Select(rule => rule.ToString()!));
    }

    private static string Join(IEnumerable<string> rules) => string.Join(" | ", rules.Order(StringComparer.Ordinal));
}
