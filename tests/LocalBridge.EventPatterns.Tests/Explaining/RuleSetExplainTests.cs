namespace LocalBridge.EventPatterns.Tests.Explaining;

public sealed class RuleSetExplainTests
{
    private readonly EventPatternMatcher<string> _matcher = EventPatternMatcher.Create<string>()
        .Add("paid", EventPattern.Parse("""{"source":["shop"],"detail":{"state":["paid"],"total":[{"numeric":[">",100]}]}}"""))
        .Add("any-shop", EventPattern.Parse("""{"source":["shop"]}"""))
        .Add("other", EventPattern.Parse("""{"source":["warehouse"],"detail":{"state":["lost"]}}"""))
        .Add("vip", EventPattern.Parse("""{"source":["shop"],"$or":[{"detail":{"vip":[true]}},{"detail":{"total":[{"numeric":[">",1000]}],"state":["paid"]}}]}"""));

    [Test]
    public void Explain_RulesThatNearlyMatch_ComeFirstWithTheirReasons()
    {
        RuleSetExplanation<string> explanation = _matcher.Explain("""{"source":"shop","detail":{"state":"paid","total":40}}"""u8, maximumNearest: 2);

        Assert.That(explanation.Matches, Is.EqualTo((string[])["any-shop"]));
        Assert.That(explanation.Nearest.Select(near => (near.Rule, near.FailingFields)), Is.EqualTo(new[] { ("paid", 1), ("vip", 1) }));
        Assert.That(explanation.ToString(), Does.StartWith("1 of 4 rules match: any-shop\nNear miss, 1 failing: paid: The event does not match."));
        Assert.That(explanation.ToString(), Does.Contain("FAIL detail.total: 40 does not satisfy {\"numeric\":[\">\",100]}"));
    }

    [Test]
    public void Explain_FieldsSatisfiedInDifferentElements_IsANearMissWithoutAFailingField()
    {
        EventPatternMatcher<int> matcher = EventPatternMatcher.Create<int>().Add(1, EventPattern.Parse("""{"items":{"sku":["a"],"n":[7]}}"""));

        RuleExplanation<int> near = matcher.Explain("""{"items":[{"sku":"a","n":1},{"sku":"b","n":7}]}"""u8).Nearest[0];

        Assert.That(near.FailingFields, Is.Zero);
        Assert.That(near.Explanation.Nearest.ArrayConflict, Does.Contain("different elements of 'items'"));
    }

    [Test]
    public void Explain_EquallyNearRules_ComeInTheOrderOfSatisfiedFields()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>()
            .Add("one", EventPattern.Parse("""{"a":[1],"b":[2]}"""))
            .Add("gone", EventPattern.Parse("""{"a":[1]}"""))
            .Add("two", EventPattern.Parse("""{"$or":[{"a":[1],"b":[2]},{"a":[1],"b":[2],"c":[1]}]}"""))
            .Add("far", EventPattern.Parse("""{"b":[2],"c":[2],"d":[2]}"""))
            .Remove("gone");

        RuleSetExplanation<string> explanation = matcher.Explain("""{"a":1,"b":1,"c":1}"""u8, maximumNearest: 9);

        Assert.That(explanation.Nearest.Select(near => (near.Rule, near.FailingFields)), Is.EqualTo(new[] { ("two", 1), ("one", 1), ("far", 3) }));
        Assert.That(() => matcher.Explain("{}"u8, maximumNearest: -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Explain_CombinationsAsNearAsEachOther_CountTheOneWithMoreSatisfied()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>()
            .Add("one", EventPattern.Parse("""{"a":[1],"b":[2]}"""))
            .Add("two", EventPattern.Parse("""{"$or":[{"a":[1],"b":[2],"c":[1]},{"a":[1],"b":[2]}]}"""));

        Assert.That(matcher.Explain("""{"a":1,"b":1,"c":1}"""u8).Nearest.Select(near => near.Rule), Is.EqualTo((string[])["two", "one"]));
    }

    [Test]
    public void Explain_RuleOfSeveralCombinations_CountsTheNearest()
    {
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>()
            .Add("late", EventPattern.Parse("""{"$or":[{"a":[2],"b":[2],"c":[1]},{"a":[1],"b":[2]},{"a":[2],"b":[2],"c":[2]}]}"""))
            .Add("early", EventPattern.Parse("""{"$or":[{"a":[1],"b":[2],"c":[1]},{"b":[2],"d":[1]}]}"""));

        RuleSetExplanation<string> explanation = matcher.Explain("""{"a":1,"b":1,"c":1}"""u8);

        Assert.That(explanation.Nearest.Select(near => (near.Rule, near.FailingFields)), Is.EqualTo(new[] { ("early", 1), ("late", 1) }));
    }

    [Test]
    public void Explain_SeveralMatches_AreListed() =>
        Assert.That(
            _matcher.Explain("""{"source":"shop","detail":{"state":"paid","total":400,"vip":true}}"""u8, maximumNearest: 0).ToString(),
            Is.EqualTo("3 of 4 rules match: paid, any-shop, vip"));

    [Test]
    public void Explain_NothingAskedFor_TellsTheMatchesOnly() =>
        Assert.That(_matcher.Explain("""{"source":"bank"}"""u8, maximumNearest: 0).ToString(), Is.EqualTo("0 of 4 rules match."));
}
