namespace LocalBridge.EventPatterns.Tests;

/// <summary>The examples of docs/event-patterns.md and of the package readme, compiled and run.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void SmallestExample_ParsedAndBuilt_Agree()
    {
        EventPattern parsed = EventPattern.Parse("""{ "source": ["shop.orders"], "detail": { "total": [{ "numeric": [">", 100] }] } }""");
        EventPattern built = new EventPatternBuilder()
            .Source("shop.orders")
            .Detail("total", Match.GreaterThan(100))
            .Build();

        Assert.That(parsed.IsMatch("""{ "source": "shop.orders", "detail": { "total": 250 } }"""u8), Is.True);
        Assert.That(built.Json, Is.EqualTo(parsed.Json.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Test]
    public void Readme_Example_PrintsWhatItSays()
    {
        EventPattern pattern = new EventPatternBuilder()
            .Source("shop.orders")
            .DetailType("OrderPlaced")
            .Detail("total", Match.GreaterThan(100))
            .Build();
        byte[] utf8Event = """{ "source": "shop.orders", "detail-type": "OrderPlaced", "detail": { "total": 40 } }"""u8.ToArray();

        Assert.That(pattern.IsMatch(utf8Event), Is.False);
        Assert.That(pattern.Explain(utf8Event).ToString(), Does.Contain("FAIL detail.total: 40 does not satisfy {\"numeric\":[\">\",100]}"));
    }

    [Test]
    public void Or_Example_Matches()
    {
        EventPattern pattern = new EventPatternBuilder()
            .Source("shop")
            .Or(b => b.Detail("total", Match.GreaterThan(100)), b => b.Detail("vip", true))
            .Build();

        Assert.That(pattern.IsMatch("""{"source":"shop","detail":{"total":1,"vip":true}}"""u8), Is.True);
    }

    [Test]
    public void Matcher_Example_FindsBothRules()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>()
            .Add("large-orders", EventPattern.Parse("""{ "detail": { "total": [{ "numeric": [">", 100] }] } }"""))
            .Add("all-orders", EventPattern.Parse("""{ "source": ["shop.orders"] }"""));

        var matched = new List<string>();
        matcher.Match("""{ "source": "shop.orders", "detail": { "total": 250 } }"""u8, matched);

        Assert.That(matched, Is.EquivalentTo((string[])["large-orders", "all-orders"]));
    }
}
