using System.Text;
using CsCheck;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Reference;

/// <summary>The library against the plain reading of the rules, on random patterns and events.</summary>
public sealed class ReferenceMatcherTests
{
    internal const string Seed = "0000KOIPe036";

    internal static readonly EventPatternOptions Options = EventPatternOptions.Unlimited;

    [Test]
    public void IsMatch_RandomPatternAndEvent_AgreesWithReference() =>
        Gen.Select(Generate.Patterns, Generate.Events).Sample(
            (pattern, eventText) => EventPattern.Parse(pattern, Options).IsMatch(Encoding.UTF8.GetBytes(eventText)) == ReferenceMatcher.IsMatch(pattern, eventText),
            iter: Effort.Times(30_000), seed: Seed, threads: 2);

    [Test]
    public void IsMatch_TidyEventWithAllGuarantees_AgreesWithReference() =>
        Gen.Select(Generate.Patterns, Generate.TidyEvents).Sample(
            (pattern, eventText) =>
                EventPattern.Parse(pattern, Options).IsMatch(Encoding.UTF8.GetBytes(eventText), EventGuarantees.WellFormed | EventGuarantees.UniquePaths)
                == ReferenceMatcher.IsMatch(pattern, eventText),
            iter: Effort.Times(30_000), seed: Seed, threads: 2);

    [Test]
    public void Explain_RandomPatternAndEvent_AgreesWithIsMatch() =>
        Gen.Select(Generate.Patterns, Generate.Events).Sample(
            (pattern, eventText) =>
            {
                EventPattern parsed = EventPattern.Parse(pattern, Options);
                byte[] utf8 = Encoding.UTF8.GetBytes(eventText);
                EventPatternExplanation explanation = parsed.Explain(utf8);
                return explanation.IsMatch == parsed.IsMatch(utf8) && explanation.ToString().Length > 0;
            },
            iter: Effort.Times(10_000), seed: Seed, threads: 2);

    [Test]
    public void IsMatch_EventFullOfArrays_AgreesWithReference()
    {
        int matches = 0;
        int iterations = Effort.Times(30_000, atLeast: 3_000);

        Gen.Select(Gen.OneOf(GenerateArrays.Patterns, GenerateArrays.SingleArrayPatterns, GenerateArrays.SmallPatterns), GenerateArrays.Events).Sample(
            (pattern, eventText) =>
            {
                bool expected = ReferenceMatcher.IsMatch(pattern, eventText);
                Interlocked.Add(ref matches, expected ? 1 : 0);
                return EventPattern.Parse(pattern, Options).IsMatch(Encoding.UTF8.GetBytes(eventText)) == expected;
            },
            iter: iterations, seed: Seed, threads: 2);

        Assert.That(matches, Is.InRange(iterations / 20, iterations * 19 / 20), "the generator must produce both verdicts in number");
    }
}
