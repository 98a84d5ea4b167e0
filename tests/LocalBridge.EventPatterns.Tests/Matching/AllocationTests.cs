namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>The allocation budget of matching: nothing. Code instrumented for a mutation run keeps it only where the category is not Allocation.</summary>
[NonParallelizable]
public sealed class AllocationTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        const string Plain = """{"source":"shop.orders","detail-type":"OrderPlaced","detail":{"total":250.5,"state":"p\u0061id","skipped":{"deep":[1,2,{"x":"y"}]}}}""";
        const string Arrays = """{"source":"shop.orders","detail":{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":7}],"total":1}}""";
        yield return new TestCaseData("""{"source":["shop.orders"],"detail":{"total":[{"numeric":[">",100]}],"state":["paid"]}}""", Plain, true).SetName("plain fields").SetCategory("Allocation");
        yield return new TestCaseData("""{"source":["other"]}""", Plain, false).SetName("no match");
        yield return new TestCaseData("""{"detail":{"state":[{"equals-ignore-case":"PAID"}],"gone":[{"exists":false}]}}""", Plain, true).SetName("escapes and absence");
        yield return new TestCaseData("""{"detail":{"items":{"sku":["b"],"quantity":[{"numeric":[">",5]}]}}}""", Arrays, true).SetName("array of objects").SetCategory("Allocation");
        yield return new TestCaseData("""{"detail":{"items":{"sku":["a"],"quantity":[7]}}}""", Arrays, false).SetName("array of objects, inconsistent").SetCategory("Allocation");
        yield return new TestCaseData("""{"$or":[{"source":["x"]},{"detail":{"items":{"sku":[{"wildcard":"*b*"}]}}}]}""", Arrays, true).SetName("or and wildcard");
    }

    [TestCaseSource(nameof(Cases))]
    public void IsMatch_Warm_AllocatesNothing(string patternText, string eventText, bool expected)
    {
        EventPattern pattern = EventPattern.Parse(patternText);
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(eventText);
        int matches = Repeat(pattern, utf8, 200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        matches += Repeat(pattern, utf8, 1000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);
        Assert.That(matches, Is.EqualTo(expected ? 1200 : 0));
    }

    private static int Repeat(EventPattern pattern, byte[] utf8, int times)
    {
        int matches = 0;
        for (int i = 0; i < times; i++)
        {
            matches += pattern.IsMatch(utf8) ? 1 : 0;
        }

        return matches;
    }
}
