using System.Text;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests.Hostile;

/// <summary>Many rules and input made to hurt: every test is bounded in time by the attribute.</summary>
[CancelAfter(60_000)]
public sealed class HostileRuleSetTests
{
    [Test]
    public void Match_HundredThousandElementsAndRulesThatNeedConsistency_StaysLinear()
    {
        string elements = string.Join(',', Enumerable.Range(0, Effort.Times(100_000)).Select(i => $"{{\"b\":{i},\"c\":{i + 1}}}"));
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":[{elements}]}}");
        EventPatternMatcher<int> matcher = Build(Enumerable.Range(0, 20).Select(i => $"{{\"a\":{{\"b\":[{i * 100}],\"c\":[{(i * 100) + (i % 2)}]}}}}"));
        List<int> matches = [];

        matcher.Match(utf8, matches);

        Assert.That(matches.Order(), Is.EqualTo(Enumerable.Range(0, 20).Where(i => i % 2 == 1)));
    }

    [Test]
    public void Match_MegabyteStringAndWildcardsOnOnePair_StaysLinear()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('a', Effort.Times(1_000_000))}\"}}");
        EventPatternMatcher<int> matcher = Build(Enumerable.Range(0, 500).Select(i => $"{{\"a\":[{{\"wildcard\":\"*aa*aa*{i}*\"}}]}}"));
        List<int> matches = [];

        Assert.That(matcher.Match(utf8, matches), Is.Zero);
    }

    [Test]
    public void Match_DeepEvent_IsReadUpToTheLimitAndRefusedBeyond([Values(999, 1_000, 100_000)] int depth)
    {
        EventPatternMatcher<int> matcher = Build(["""{"a":["x"]}"""]);
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', depth)}\"x\"{new string(']', depth)}}}");
        List<int> matches = [];

        if (depth < 1000)
        {
            Assert.That(matcher.Match(utf8, matches), Is.EqualTo(1));
        }
        else
        {
            Assert.That(() => matcher.Match(utf8, matches), Throws.TypeOf<EventFormatException>().With.Message.Contains("nested deeper than 1000"));
            Assert.That(matcher.Match("""{"a":"x"}"""u8, matches), Is.EqualTo(1), "an error must leave nothing behind");
        }
    }

    [Test]
    public void Match_DeepEventDeclaredWellFormed_IsRefusedToo()
    {
        EventPatternMatcher<int> matcher = Build(["""{"a":["x"]}"""]);
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 100_000)}");

        Assert.That(() => matcher.Match(utf8, EventGuarantees.WellFormed, new List<int>()), Throws.TypeOf<EventFormatException>());
    }

    [Test]
    public void Match_MegabyteOfDuplicates_AddsEachAsAValue()
    {
        int count = Effort.Times(100_000);
        EventPatternMatcher<int> matcher = Build([$$"""{"a":["x{{count - 1}}"]}""", """{"a":[{"anything-but":"x1"}]}""", """{"a":["y"]}"""]);
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"a\":\"x{i}\""))}}}");
        List<int> matches = [];

        matcher.Match(utf8, matches);

        Assert.That(matches.Order(), Is.EqualTo((int[])[0, 1]));
    }

    [Test]
    public void Match_InvalidUtf8_IsRefusedWithItsPlace()
    {
        byte[] utf8 = [.. "{\"a\":\""u8, 0xC3, .. "\"}"u8];

        Assert.That(() => Build(["""{"a":["x"]}"""]).Match(utf8, new List<int>()), Throws.TypeOf<EventFormatException>().With.Message.Contains("not valid UTF-8").And.Message.Contains("byte offset 6"));
    }

    [Test]
    public void Match_LoneSurrogatesAndHugeNumbers_AreCompared()
    {
        EventPatternMatcher<int> matcher = Build(["""{"a":["\ud800"]}""", """{"a":[{"prefix":"\ud800"}]}""", """{"a":[{"numeric":[">",0]}]}""", """{"a":[1e400]}"""]);
        List<int> matches = [];

        matcher.Match("""{"a":["\ud800x",1e400,1e-999999999999]}"""u8, matches);

        Assert.That(matches.Order(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public void Match_OrOfAThousandBranches_IsReportedOnce()
    {
        string branches = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"{{\"f{i}\":[{{\"exists\":true}}]}}"));
        EventPatternMatcher<int> matcher = Build([$"{{\"$or\":[{branches}]}}"]);
        byte[] utf8 = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"f{i}\":1"))}}}");
        List<int> matches = [];

        Assert.That(matcher.Match(utf8, matches), Is.EqualTo(1));
        Assert.That(matcher.Remove(0).Match(utf8, matches), Is.Zero);
    }

    private static EventPatternMatcher<int> Build(IEnumerable<string> patterns) => EventPatternMatcher.CreateRange(
        patterns.Select((pattern, index) => KeyValuePair.Create(index, EventPattern.Parse(pattern, EventPatternOptions.Unlimited))));
}
