namespace LocalBridge.EventPatterns.Tests.Reading;

public sealed class EventPatternOptionsTests
{
    private static string Wide(int fields) => $"{{{string.Join(',', Enumerable.Range(0, fields).Select(i => $"\"f{i}\":[1]"))}}}";

    [Test]
    public void Default_Values_AreThoseOfEventBridge()
    {
        EventPatternOptions options = EventPatternOptions.Default;

        Assert.That(
            (options.MaximumComplexity, options.MaximumOrCombinations, options.MaximumFields, options.MaximumLength, options.MaximumDepth),
            Is.EqualTo(((int?)10, (int?)1000, (int?)256, (int?)null, (int?)1000)));
    }

    [Test]
    public void Parse_MoreFieldsThanAllowed_IsRefusedUnlessUnlimited()
    {
        Assert.That(EventPattern.Parse(Wide(256)).Compiled.SubRules[0].Fields, Has.Length.EqualTo(256));
        Assert.That(() => EventPattern.Parse(Wide(257)), Throws.TypeOf<EventPatternException>().With.Message.Contains("257 fields"));
        Assert.That(EventPattern.Parse(Wide(5000), EventPatternOptions.Unlimited).IsMatch("{}"u8), Is.False);
    }

    [Test]
    public void Parse_LongerThanAllowed_IsRefused()
    {
        EventPatternOptions options = new() { MaximumLength = 11 };

        Assert.That(EventPattern.Parse("{\"a\":[\"x\"]}", options).Json, Has.Length.EqualTo(11));
        Assert.That(() => EventPattern.Parse("{\"a\":[\"xy\"]}", options), Throws.TypeOf<EventPatternException>().With.Message.Contains("12 characters"));
    }

    [Test]
    public void Parse_MoreComplexThanAllowed_IsRefused()
    {
        const string Text = """{"x":[{"wildcard":"*a*b*"}]}""";

        Assert.That(EventPattern.Parse(Text).Complexity, Is.EqualTo(4));
        Assert.That(() => EventPattern.Parse(Text, new EventPatternOptions { MaximumComplexity = 3 }), Throws.TypeOf<EventPatternException>());
        Assert.That(EventPattern.Parse("""{"x":["a"]}""").Complexity, Is.Zero);
        Assert.That(EventPattern.Parse("""{"x":[{"wildcard":"*a*b*"}],"y":[{"wildcard":"*c*d*"}]}""").Complexity, Is.EqualTo(4), "each field has a score of its own");
        Assert.That(EventPattern.Parse("""{"$or":[{"a":["x"]},{"b":[{"wildcard":"*a*b*"}]}]}""").Complexity, Is.EqualTo(4), "one branch suffices");
        Assert.That(EventPattern.Parse("""{"$or":[{"x":[{"wildcard":"*a*b*"}]},{"x":[{"wildcard":"*b*a*"}]}]}""").Complexity, Is.EqualTo(8), "branches share the automaton of a field");
    }

    [Test]
    public void Parse_MoreCombinationsThanAllowed_IsRefused()
    {
        const string Text = """{"$or":[{"a":[1]},{"b":[1]},{"c":[1]}]}""";

        Assert.That(() => EventPattern.Parse(Text, new EventPatternOptions { MaximumOrCombinations = 2 }), Throws.TypeOf<EventPatternException>());
        Assert.That(EventPattern.Parse(Text, new EventPatternOptions { MaximumOrCombinations = 3 }).Compiled.SubRules, Has.Length.EqualTo(3));
    }

    [Test]
    public void Parse_LastBranchThatMultipliesBeyondTheLimit_IsRefused()
    {
        const string Text = """{"$or":[{"a":[1]},{"$or":[{"b":[1]},{"c":[1]},{"d":[1]}]}]}""";

        Assert.That(() => EventPattern.Parse(Text, new EventPatternOptions { MaximumOrCombinations = 3 }), Throws.TypeOf<EventPatternException>().With.Message.Contains("more than 3 combinations"));
        Assert.That(EventPattern.Parse(Text, new EventPatternOptions { MaximumOrCombinations = 4 }).Compiled.SubRules, Has.Length.EqualTo(4));
    }

    [Test]
    public void Parse_DeeperThanAllowed_IsRefusedWithALocation()
    {
        EventPatternOptions options = new() { MaximumDepth = 2 };

        Assert.That(EventPattern.Parse("{\"a\":[1]}", options).IsMatch("{\"a\":1}"u8), Is.True);
        Assert.That(
            () => EventPattern.Parse("{\"a\":\n{\"b\":[1]}}", options),
            Throws.TypeOf<EventPatternException>().With.Property("Line").EqualTo(2).And.Property("Column").EqualTo(7));
    }
}
