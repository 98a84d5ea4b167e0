using System.Text;

namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>The allocation budget of matching many rules: nothing beyond the caller's buffer.</summary>
[NonParallelizable]
public sealed class MatcherAllocationTests
{
    private const string Plain =
        """{"source":"shop.orders","detail":{"total":250.5,"state":"p\u0061id","path":"a/bin/b.jar","ip":"10.0.0.7","precise":-122.42588253404101,"skipped":{"deep":[1,2,{"x":"y"}]}}}""";

    private const string Arrays = """{"source":"shop.orders","detail":{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":7}],"total":1}}""";

    private static readonly string[] Patterns =
    [
        """{"source":["shop.orders"],"detail":{"total":[{"numeric":[">",100]}],"state":["paid"]}}""",
        """{"detail":{"state":[{"equals-ignore-case":"PAID"}],"gone":[{"exists":false}]}}""",
        """{"detail":{"state":[{"equals-ignore-case":"pâid"},{"suffix":{"equals-ignore-case":"ID"}}]}}""",
        """{"detail":{"path":[{"wildcard":"*/bin/*.jar"},{"wildcard":"*b*n*"}]}}""",
        """{"detail":{"path":[{"anything-but":{"wildcard":"*/test/*"}}],"ip":[{"cidr":"10.0.0.0/24"}]}}""",
        """{"detail":{"precise":[{"numeric":["<",-122.4]}],"total":[{"numeric":[">",1,"<",300]}]}}""",
        """{"detail":{"items":{"sku":["b"],"quantity":[{"numeric":[">",5]}]}}}""",
        """{"detail":{"items":{"sku":["a"],"quantity":[7]}}}""",
        """{"$or":[{"source":["x"]},{"detail":{"items":{"sku":[{"prefix":"b"}]}}}]}""",
    ];

    [TestCase(Plain, 6, Category = "Allocation")]
    [TestCase(Arrays, 2, Category = "Allocation")]
    public void Match_Warm_AllocatesNothing(string eventText, int expected)
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.CreateRange(
            Patterns.Select((pattern, index) => KeyValuePair.Create(index, EventPattern.Parse(pattern, EventPatternOptions.Unlimited))));
        byte[] utf8 = Encoding.UTF8.GetBytes(eventText);
        List<int> list = new(16);
        int matches = Repeat(matcher, utf8, list, 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        matches += Repeat(matcher, utf8, list, 1000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);
        Assert.That(matches, Is.EqualTo(1200 * 3 * expected));
    }

    [Test]
    public void Match_WarmAndTextsOnly_AllocatesNothing()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>()
            .Add(0, EventPattern.Parse("""{"source":["shop.orders"]}""")).Add(1, EventPattern.Parse("""{"source":["other"]}"""));
        byte[] utf8 = """{"source":"shop.orders"}"""u8.ToArray();
        List<int> list = new(16);
        int matches = Repeat(matcher, utf8, list, 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        matches += Repeat(matcher, utf8, list, 1000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);
        Assert.That(matches, Is.EqualTo(1200 * 3));
    }

    private static int Repeat(EventPatternMatcher<int> matcher, byte[] utf8, List<int> list, int times)
    {
        Span<int> span = stackalloc int[16];
        int matches = 0;
        for (int i = 0; i < times; i++)
        {
            list.Clear();
            matches += matcher.Match(utf8, list);
            matches += matcher.Match(utf8, EventGuarantees.WellFormed, span);
            matches += matcher.Match(utf8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths, span);
        }

        return matches;
    }
}
