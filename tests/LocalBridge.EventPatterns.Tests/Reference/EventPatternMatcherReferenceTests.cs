using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>Many rules at once against the plain reading of the rules, one pattern at a time; also while rules come and go.</summary>
public sealed class EventPatternMatcherReferenceTests
{
    internal const string Seed = "0000matcher6";

    internal static readonly EventPatternOptions Options = EventPatternOptions.Unlimited;

    private static readonly Gen<string> AnyPattern =
        Gen.OneOf(Generate.Patterns, Generate.Patterns, GenerateArrays.Patterns, GenerateArrays.SingleArrayPatterns, GenerateArrays.SmallPatterns);

    [Test]
    public void Match_RandomRulesAndEvents_AgreesWithReference() =>
        Gen.Select(AnyPattern.Array[1, 25], Gen.OneOf(Generate.Events, GenerateArrays.Events).Array[3]).Sample(
            (patterns, events) =>
            {
                EventPatternMatcher<int> matcher = Build(patterns);
                return events.All(text => Matches(matcher, text, EventGuarantees.None).SequenceEqual(Expected(patterns, text)));
            },
            iter: Effort.Times(400, atLeast: 100), seed: Seed, threads: 2);

    [Test]
    public void Match_TidyEventsWithAllGuarantees_AgreesWithReference() =>
        Gen.Select(AnyPattern.Array[1, 25], Generate.TidyEvents.Array[3]).Sample(
            (patterns, events) =>
            {
                EventPatternMatcher<int> matcher = Build(patterns);
                return events.All(text =>
                    Matches(matcher, text, EventGuarantees.WellFormed | EventGuarantees.UniquePaths).SequenceEqual(Expected(patterns, text)));
            },
            iter: Effort.Times(400, atLeast: 100), seed: Seed, threads: 2);

    [Test]
    public void Edit_RandomChanges_LeaveAMatcherEqualToOneBuiltAfresh() =>
        Gen.Select(Gen.Select(Gen.Int[0, 9], AnyPattern, Gen.Bool).Array[1, 30], Gen.OneOf(Generate.Events, GenerateArrays.Events).Array[2], Generate.TidyEvents.Array[2]).Sample(
            (changes, events, tidyEvents) =>
            {
                var rules = new SortedDictionary<int, string>();
                EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>();
                foreach ((int rule, string pattern, bool sets) in changes)
                {
                    EventPatternMatcher<int> before = matcher;
                    int[] matchedBefore = Matches(before, events[0], EventGuarantees.None);
                    matcher = sets ? matcher.SetItem(rule, EventPattern.Parse(pattern, Options)) : matcher.Remove(rule);
                    Assert.That(Matches(before, events[0], EventGuarantees.None), Is.EqualTo(matchedBefore), "the old matcher must not change");
                    if (sets)
                        rules[rule] = pattern;
                    else
                        rules.Remove(rule);
                }

                Assert.That(matcher.Rules.OrderBy(entry => entry.Key), Is.EqualTo(rules));
                return events.All(text => Matches(matcher, text, EventGuarantees.None).SequenceEqual(ExpectedOf(rules, text)))
                    && tidyEvents.All(text => Matches(matcher, text, EventGuarantees.WellFormed | EventGuarantees.UniquePaths).SequenceEqual(ExpectedOf(rules, text)));
            },
            iter: Effort.Times(400, atLeast: 100), seed: Seed, threads: 2);

    private static EventPatternMatcher<int> Build(string[] patterns) =>
        EventPatternMatcher.CreateRange(patterns.Select((pattern, index) => KeyValuePair.Create(index, EventPattern.Parse(pattern, Options))));

    private static int[] Expected(string[] patterns, string text) =>
        [.. Enumerable.Range(0, patterns.Length).Where(index => ReferenceMatcher.IsMatch(patterns[index], text))];

    private static IEnumerable<int> ExpectedOf(SortedDictionary<int, string> rules, string text) =>
        rules.Where(entry => ReferenceMatcher.IsMatch(entry.Value, text)).Select(entry => entry.Key);

    private static int[] Matches(EventPatternMatcher<int> matcher, string text, EventGuarantees guarantees)
    {
        List<int> matches = [];
        matcher.Match(Encoding.UTF8.GetBytes(text), guarantees, matches);
        return [.. matches.Order()];
    }
}
