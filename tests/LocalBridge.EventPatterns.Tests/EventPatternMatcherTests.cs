using System.Text;
using LocalBridge.EventPatterns.Tests.Support;

namespace LocalBridge.EventPatterns.Tests;

public sealed class EventPatternMatcherTests
{
    private static readonly EventPattern Paid = EventPattern.Parse("""{"detail":{"state":["paid"]}}""");

    private static readonly EventPattern Large = EventPattern.Parse("""{"detail":{"total":[{"numeric":[">",100]}]}}""");

    [Test]
    public void Match_ListAndSpan_GetTheSameRules()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("paid", Paid).Add("large", Large);
        List<string> list = [];
        string[] span = new string[4];

        int inList = matcher.Match("""{"detail":{"state":"paid","total":250}}"""u8, list);
        int inSpan = matcher.Match("""{"detail":{"state":"paid","total":250}}"""u8, span);

        Assert.That(list, Is.EquivalentTo((string[])["paid", "large"]));
        Assert.That(span[..inSpan], Is.EqualTo(list));
        Assert.That(inList, Is.EqualTo(2));
    }

    [Test]
    public void Match_TooSmallABuffer_IsFilledAndTheCountIsTheWhole()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.CreateRange(Enumerable.Range(0, 10).Select(index => KeyValuePair.Create(index, Paid)));
        int[] span = [-1, -1, -1];

        Assert.That(matcher.Match("""{"detail":{"state":"paid"}}"""u8, span.AsSpan(0, 2)), Is.EqualTo(10));
        Assert.That(span[..2], Is.All.InRange(0, 9));
        Assert.That(span[2], Is.EqualTo(-1));
    }

    [Test]
    public void Add_RuleThatIsThere_IsRefused()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>(StringComparer.OrdinalIgnoreCase).Add("paid", Paid);

        Assert.That(() => matcher.Add("PAID", Large), Throws.ArgumentException.With.Message.Contains("'PAID' is there already"));
        Assert.That(() => EventPatternMatcher.CreateRange([KeyValuePair.Create(1, Paid), KeyValuePair.Create(1, Paid)]), Throws.ArgumentException);
    }

    [Test]
    public void SetItem_EqualRule_IsReplacedWithItsPattern()
    {
        EventPatternMatcher<string> before = EventPatternMatcher.Create<string>(StringComparer.OrdinalIgnoreCase).Add("rule", Paid);

        EventPatternMatcher<string> after = before.SetItem("RULE", Large);

        Assert.That(after.Rules, Is.EqualTo(new[] { KeyValuePair.Create("RULE", Large.Json) }));
        Assert.That(before.Rules, Is.EqualTo(new[] { KeyValuePair.Create("rule", Paid.Json) }));
        Assert.That((after.Count, after.Contains("rule"), after.Contains("other")), Is.EqualTo((1, true, false)));
    }

    [Test]
    public void Arguments_Null_AreRefused()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>();

        Assert.That(() => matcher.Add(null!, Paid), Throws.ArgumentNullException);
        Assert.That(() => matcher.Add("paid", null!), Throws.ArgumentNullException);
        Assert.That(() => matcher.AddRange(null!), Throws.ArgumentNullException);
        Assert.That(() => matcher.SetItem(null!, Paid), Throws.ArgumentNullException);
        Assert.That(() => matcher.SetItem("paid", null!), Throws.ArgumentNullException);
        Assert.That(() => matcher.Remove(null!), Throws.ArgumentNullException);
        Assert.That(() => matcher.Match("{}"u8, (List<string>)null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Contains_RulesOfOneHash_AreToldApart()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create(new OneHash()).Add("paid", Paid).Add("large", Large).Add("more", Large);

        Assert.That((matcher.Contains("paid"), matcher.Contains("large"), matcher.Contains("more"), matcher.Contains("none")), Is.EqualTo((true, true, true, false)));
        Assert.That(matcher.Remove("large").Rules.Select(rule => rule.Key), Is.EqualTo((string[])["paid", "more"]));
    }

    [Test]
    public void Remove_UnknownRule_ReturnsTheSameMatcher()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("paid", Paid);

        Assert.That(matcher.Remove("other"), Is.SameAs(matcher));
        Assert.That(matcher.Remove("paid").Count, Is.Zero);
    }

    [Test]
    public void Match_RepeatedKey_AddsAValueUnlessKeysAreKnownToBeUnique()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("paid", Paid).Add("large", Large);
        byte[] repeated = """{"detail":{"state":"open","total":1,"state":"paid"},"detail":{"total":101}}"""u8.ToArray();
        List<string> matches = [];

        Assert.That(matcher.Match(repeated, matches), Is.EqualTo(2));
        Assert.That(matcher.Match(repeated, EventGuarantees.WellFormed, matches), Is.EqualTo(2));
    }

    [Test]
    public void Match_KeysKnownToBeUnique_StopsWhenEveryFieldIsDecided()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("paid", Paid).Add("large", Large);
        List<string> matches = [];

        matcher.Match("""{"detail":{"total":7,"state":"paid", this is never read"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths, matches);

        Assert.That(matches, Is.EqualTo((string[])["paid"]));
    }

    [Test]
    public void Match_NoRules_ChecksTheEventOnly()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>();
        List<string> matches = [];

        Assert.That(matcher.Match("{}"u8, matches), Is.Zero);
        Assert.That(() => matcher.Match("{"u8, matches), Throws.TypeOf<EventFormatException>());
    }

    [Test]
    public void Match_ManyWildcardsOnOneField_FindsExactlyThoseThatFit()
    {
        string[] shapes = [.. from a in "abcdef" from b in "abcdef" from c in "abcdef" select $"*{a}{b}*{c}*"];
        EventPatternMatcher<string> matcher = EventPatternMatcher.CreateRange(
            shapes.Select(shape => KeyValuePair.Create(shape, EventPattern.Parse($"{{\"x\":[{{\"wildcard\":\"{shape}\"}}]}}"))));
        List<string> matches = [];

        matcher.Match("""{"x":"xabxcabdx"}"""u8, matches);

        Assert.That(matches, Is.EquivalentTo((string[])["*ab*a*", "*ab*b*", "*ab*c*", "*ab*d*", "*ca*b*", "*ca*d*"]));
    }

    [Test]
    public void Match_RangesInsideRanges_FindsExactlyThoseThatHoldTheNumber()
    {
        (int Lower, int Upper)[] ranges = [.. from lower in Enumerable.Range(0, 30) from width in Enumerable.Range(1, 20) select (lower * 7 % 30, (lower * 7 % 30) + width)];
        EventPatternMatcher<(int Lower, int Upper)> matcher = EventPatternMatcher.CreateRange(ranges.Select(range => KeyValuePair.Create(
            range, EventPattern.Parse($"{{\"x\":[{{\"numeric\":[\">=\",{range.Lower},\"<\",{range.Upper}]}}]}}"))));
        List<(int Lower, int Upper)> matches = [];

        matcher.Match("""{"x":17}"""u8, matches);

        Assert.That(matches, Is.EquivalentTo(ranges.Where(range => range.Lower <= 17 && 17 < range.Upper)));
    }

    [Test]
    public void Match_RangesOpenAtOneEnd_FindsExactlyThoseThatHoldTheNumber()
    {
        (string Comparison, int End)[] ranges = [.. from end in (int[])[5, 3, 9, 1, 7, 17, 4, 12] from comparison in (string[])["<", "<=", ">", ">="] select (comparison, end)];
        EventPatternMatcher<(string Comparison, int End)> matcher = EventPatternMatcher.CreateRange(ranges.Select(range => KeyValuePair.Create(
            range, EventPattern.Parse($"{{\"x\":[{{\"numeric\":[\"{range.Comparison}\",{range.End}]}}]}}"))));

        Assert.That(
            Enumerable.Range(0, 20).Select(number => InOrder(matcher, number)),
            Is.EqualTo(Enumerable.Range(0, 20).Select(number => ranges.Where(range => Holds(range.Comparison, range.End, number)).Order())));
    }

    [Test]
    public void Remove_OneRangeOfThree_LeavesTheOthers()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>();
        foreach (string range in (string[])["\"<\",5", "\">\",7", "\">\",5,\"<\",7"])
        {
            matcher = matcher.Add(range, EventPattern.Parse($"{{\"x\":[{{\"numeric\":[{range}]}}]}}"));
        }

        Assert.That(InOrder(matcher.Remove("\">\",5,\"<\",7"), 4), Is.EqualTo((string[])["\"<\",5"]));
        Assert.That(InOrder(matcher.Remove("\"<\",5"), 8), Is.EqualTo((string[])["\">\",7"]));
        Assert.That(InOrder(matcher.Remove("\">\",7"), 6), Is.EqualTo((string[])["\">\",5,\"<\",7"]));
    }

    [Test]
    public void Match_BlocksOfEveryWidthAndKind_AreToldApart()
    {
        string[] blocks = ["10.0.0.0/24", "10.0.1.0/24", "10.0.0.0/16", "10.0.0.0/8", "2001:db8::/24", "2001:db9::/32", "2001:db8::/32", "a00::/24", "::/8"];
        EventPatternMatcher<string> matcher = EventPatternMatcher.CreateRange(blocks.Select(block => KeyValuePair.Create(block, EventPattern.Parse($"{{\"x\":[{{\"cidr\":\"{block}\"}}]}}"))));

        Assert.That(InOrder(matcher, "\"10.0.0.7\""), Is.EqualTo((string[])["10.0.0.0/16", "10.0.0.0/24", "10.0.0.0/8"]));
        Assert.That(InOrder(matcher, "\"10.0.1.7\""), Is.EqualTo((string[])["10.0.0.0/16", "10.0.0.0/8", "10.0.1.0/24"]));
        Assert.That(InOrder(matcher, "\"2001:db8::1\""), Is.EqualTo((string[])["2001:db8::/24", "2001:db8::/32"]));
        Assert.That(InOrder(matcher.Remove("2001:db8::/32").Remove("10.0.0.0/24"), "\"2001:db9::1\""), Is.EqualTo((string[])["2001:db8::/24", "2001:db9::/32"]));
        Assert.That(InOrder(matcher, "\"a00::1\""), Is.EqualTo((string[])["a00::/24"]));
    }

    [Test]
    public void Add_EqualConditions_AreKeptOnce()
    {
        EventPattern first = EventPattern.Parse("""{"x":["a",{"anything-but":"b"}],"y":["a"]}""");
        EventPattern second = EventPattern.Parse("""{"$or":[{"x":["a",{"anything-but":"b"}],"z":["a"]},{"x":["a"]}]}""");

        Assert.That(EventPatternMatcher.Create<int>().Add(1, first).Add(2, second).Add(3, first).Automaton.Conditions.Count, Is.EqualTo(4));
    }

    [Test]
    public void Match_AfterAThousandMillionEvents_StartsOverWithoutAMistake()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>().Add("paid", Paid).Add("large", Large);
        List<string> matches = [];

        EventPatterns.Matching.MatchScratch.SetEpoch(uint.MaxValue - 20);
        for (int i = 0; i < 10; i++)
        {
            matcher.Match(Encoding.UTF8.GetBytes($"{{\"detail\":{{\"total\":{(i % 2 == 0 ? 7 : 700)}}}}}"), matches);
        }

        Assert.That(matches, Has.Count.EqualTo(5));
    }

    /// <summary>A bus that runs for months changes its rules often; nothing may be left behind.</summary>
    [Test]
    public void SetItem_ThousandsOfChanges_LeaveNothingBehind()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>();
        for (int change = 0; change < Effort.Times(4_000, atLeast: 300); change++)
        {
            string pattern = $"{{\"f{change % 90}\":[{change},{{\"wildcard\":\"*{change}x*y*\"}}],\"g\":[{{\"anything-but\":{{\"prefix\":\"{change}\"}}}}]}}";
            matcher = matcher.SetItem(change % 100, EventPattern.Parse(pattern));
        }

        EventPatterns.Automata.Automaton automaton = matcher.Automaton;
        Assert.That(matcher.Rules.Count(), Is.EqualTo(100));
        Assert.That(
            new[] { automaton.Conditions.Items.Length, automaton.SubRules.Items.Length, automaton.Complements.Items.Length, automaton.Paths.Items.Length, automaton.Rules.Items.Length },
            Is.All.LessThan(250));
        Assert.That(automaton.Pool.Items.Length, Is.LessThan(500));
        for (int rule = 0; rule < 100; rule++)
        {
            matcher = matcher.Remove(rule);
        }

        Assert.That(matcher.Automaton.Root.IsEmpty, Is.True);
        Assert.That(matcher.Automaton.Paths.Span.ToArray(), Is.All.Null);
    }

    private static bool Holds(string comparison, int end, int number) => comparison switch
    {
        "<" => number < end,
        "<=" => number <= end,
        ">" => number > end,
        _ => number >= end,
    };

    private static TRule[] InOrder<TRule>(EventPatternMatcher<TRule> matcher, object value)
        where TRule : notnull
    {
        List<TRule> matches = [];
        matcher.Match(Encoding.UTF8.GetBytes($"{{\"x\":{value}}}"), matches);
        return [.. matches.Order()];
    }

    private sealed class OneHash : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => 7;
    }
}
