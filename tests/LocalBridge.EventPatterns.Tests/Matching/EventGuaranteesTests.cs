namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class EventGuaranteesTests
{
    private readonly EventPattern _pattern = EventPattern.Parse("""{"source":["shop"],"detail":{"total":[{"numeric":[">",100]}]}}""");

    [Test]
    public void IsMatch_WellFormed_StopsOnceCertain()
    {
        bool matched = _pattern.IsMatch("""{"source":"shop","detail":{"total":250}, this is never read"""u8, EventGuarantees.WellFormed);

        Assert.That(matched, Is.True);
    }

    [Test]
    public void IsMatch_WellFormedOnly_WaitsForARepeatedKey()
    {
        bool matched = _pattern.IsMatch("""{"source":"x","detail":{"total":250},"source":"shop"}"""u8, EventGuarantees.WellFormed);

        Assert.That(matched, Is.True);
    }

    [Test]
    public void IsMatch_UniquePaths_StopsAtTheFirstMismatch()
    {
        bool matched = _pattern.IsMatch("""{"source":"x", this is never read"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths);

        Assert.That(matched, Is.False);
    }

    [Test]
    public void IsMatch_UniquePathsAndArrayOfValues_LooksAtAllElements()
    {
        bool matched = _pattern.IsMatch(
            """{"source":["x","shop"],"detail":{"total":250}}"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths);

        Assert.That(matched, Is.True);
    }

    [Test]
    public void IsMatch_UniquePathsAndArrayOfObjects_LooksAtAllElements([Values("[{\"b\":\"x\"},{\"b\":1}]", "[[{\"b\":\"x\"}],{\"b\":1}]")] string elements)
    {
        EventPattern pattern = EventPattern.Parse("""{"a":{"b":[1]},"c":["y"]}""");
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes($"{{\"a\":{elements},\"c\":\"y\"}}");

        Assert.That(pattern.IsMatch(utf8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths), Is.True);
    }
}
