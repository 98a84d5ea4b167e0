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
    public void IsMatch_WellFormedAndOneField_StopsOnceCertain()
    {
        EventPattern pattern = EventPattern.Parse("""{"source":["shop"]}""");

        Assert.That(pattern.IsMatch("""{"source":["x","shop", this is never read"""u8, EventGuarantees.WellFormed), Is.True);
        Assert.That(() => pattern.IsMatch("""{"source":"x","other":{"""u8, EventGuarantees.WellFormed), Throws.TypeOf<EventFormatException>());
    }

    [Test]
    public void IsMatch_WellFormedAndValueInAnArray_GoesOn()
    {
        EventPattern pattern = EventPattern.Parse("""{"a":{"b":[1],"c":[2]}}""");

        Assert.That(() => pattern.IsMatch("""{"a":[{"b":1,"c":2},"""u8, EventGuarantees.WellFormed), Throws.TypeOf<EventFormatException>());
    }

    [Test]
    public void IsMatch_UniquePaths_FindsEveryField()
    {
        Assert.That(_pattern.IsMatch("""{"source":"shop","detail":{"total":250}}"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths), Is.True);
        Assert.That(_pattern.IsMatch("""{"detail":{"total":250},"source":"shop"}"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths), Is.True);
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
    public void IsMatch_UniquePathsBehindAnArray_StopsAtTheFirstMismatch()
    {
        EventPattern pattern = EventPattern.Parse("""{"list":[1],"nested":{"list":[{"exists":true}]},"source":["shop"],"zone":["x"]}""");

        bool matched = pattern.IsMatch(
            """{"list":[1,[2]],"nested":{"list":[{},3]},"source":"x", this is never read"""u8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths);

        Assert.That(matched, Is.False);
    }

    [Test]
    public void IsMatch_UniquePathsAndThousandsOfObjects_AreNotTakenForDepth()
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes($"{{\"a\":[{string.Join(',', Enumerable.Repeat("{\"b\":0,\"z\":{}}", 2_000))},{{}},[],{{\"b\":1}}],\"c\":\"y\"}}");
        EventPattern pattern = EventPattern.Parse("""{"a":{"b":[1]},"c":["y"]}""");

        Assert.That(pattern.IsMatch(utf8, EventGuarantees.WellFormed | EventGuarantees.UniquePaths), Is.True);
        Assert.That(pattern.IsMatch(utf8), Is.True);
    }

    [Test]
    public void IsMatch_ThousandsOfArrays_AreNotTakenForDepth()
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes($"{{\"a\":[{string.Join(',', Enumerable.Repeat("[1,[2]]", 2_000))},3]}}");

        Assert.That(EventPattern.Parse("""{"a":[3],"b":[{"exists":false}]}""").IsMatch(utf8, EventGuarantees.WellFormed), Is.True);
    }

    [TestCase(1001, false)]
    [TestCase(1002, true)]
    public void IsMatch_WellFormedObjectsOnTheWayOfARule_AreReadUpToOneLevelMore(int depth, bool refused)
    {
        string nested = string.Concat(Enumerable.Repeat("{\"a\":", depth));
        EventPattern pattern = EventPattern.Parse($"{nested}[1]{new string('}', depth)}", EventPatternOptions.Unlimited);
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes($"{nested}1{new string('}', depth)}");

        Assert.That(
            () => pattern.IsMatch(utf8, EventGuarantees.WellFormed),
            refused ? Throws.TypeOf<EventFormatException>().With.Message.Contains("nested deeper than 1000").And.Property("Offset").EqualTo(1001 * "{\"a\":".Length) : Is.True);
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
