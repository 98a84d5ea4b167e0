namespace LocalBridge.EventPatterns.Tests.Building;

public sealed class EventPatternBuilderTests
{
    [Test]
    public void Build_UsageOfTheDesign_GivesTheJsonAnAuthorWouldWrite()
    {
        EventPattern pattern = new EventPatternBuilder().Source("shop.orders").DetailType("OrderPlaced").Detail("total", Match.GreaterThan(100)).Build();

        Assert.That(pattern.Json, Is.EqualTo("""{"source":["shop.orders"],"detail-type":["OrderPlaced"],"detail":{"total":[{"numeric":[">",100]}]}}"""));
        Assert.That(pattern.IsMatch("""{"source":"shop.orders","detail-type":"OrderPlaced","detail":{"total":250}}"""u8), Is.True);
    }

    [Test]
    public void ToJson_EveryMethod_WritesItsField()
    {
        string json = new EventPatternBuilder()
            .Account("1").Region("r", Match.Prefix("eu-")).Resources("arn").Id("i").Time(Match.Prefix("2026")).Version("0")
            .Detail("a.b", 1).Detail("a.c", true, 2.5, 3m, Match.Null()).Field("x.y", Match.Exists())
            .ToJson();

        Assert.That(json, Is.EqualTo(
            """{"account":["1"],"region":["r",{"prefix":"eu-"}],"resources":["arn"],"id":["i"],"time":[{"prefix":"2026"}],"version":["0"],"detail":{"a":"""
            + """{"b":[1],"c":[true,2.5,3,null]}},"x":{"y":[{"exists":true}]}}"""));
    }

    [Test]
    public void Or_Branches_AreWrittenAndMatch()
    {
        EventPattern pattern = new EventPatternBuilder()
            .Source("shop")
            .Or(b => b.Detail("total", Match.LessThan(1)), b => b.Detail("state", "paid").Or(c => c.Id("1"), c => c.Id("2")))
            .Build();

        Assert.That(pattern.Json, Is.EqualTo(
            """{"source":["shop"],"$or":[{"detail":{"total":[{"numeric":["<",1]}]}},{"detail":{"state":["paid"]},"$or":[{"id":["1"]},{"id":["2"]}]}]}"""));
        Assert.That(pattern.IsMatch("""{"source":"shop","id":"2","detail":{"state":"paid"}}"""u8), Is.True);
        Assert.That(pattern.IsMatch("""{"source":"shop","id":"3","detail":{"state":"paid"}}"""u8), Is.False);
    }

    [Test]
    public void Detail_SamePathTwice_IsRefused()
    {
        EventPatternBuilder builder = new EventPatternBuilder().Detail("a.b", 1);

        Assert.That(() => builder.Detail("a.b", 2), Throws.ArgumentException.With.Message.Contains("'detail.a.b'"));
        Assert.That(() => builder.Detail("a", 2), Throws.ArgumentException);
        Assert.That(() => builder.Detail("a.b.c", 2), Throws.ArgumentException);
    }

    [Test]
    public void Or_FewerThanTwoOrEmptyBranchesOrTwice_IsRefused()
    {
        Assert.That(() => new EventPatternBuilder().Or(b => b.Id("1")), Throws.ArgumentException.With.Message.StartsWith("An $or needs at least two branches."));
        Assert.That(() => new EventPatternBuilder().Or(b => b.Id("1"), b => { }), Throws.ArgumentException.With.Message.StartsWith("Every branch of an $or needs at least one condition."));
        Assert.That(
            () => new EventPatternBuilder().Or(b => b.Id("1"), b => b.Id("2")).Or(b => b.Id("1"), b => b.Id("2")),
            Throws.ArgumentException.With.Message.StartsWith("There is an $or at this level already."));
        Assert.That(() => new EventPatternBuilder().Or(b => b.Id("1"), null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Or_BranchKeptForLater_CannotBeChanged()
    {
        EventPatternBuilder? kept = null;
        new EventPatternBuilder().Or(b => b.Id("1"), b => kept = b.Id("2"));

        Assert.That(() => kept!.Id("3"), Throws.InvalidOperationException.With.Message.EqualTo("This builder has built its pattern already. Use a new one."));
    }

    [Test]
    public void Path_Null_IsRefused()
    {
        Assert.That(() => new EventPatternBuilder().Detail(null!, 1), Throws.ArgumentNullException);
        Assert.That(() => new EventPatternBuilder().Field(null!, 1), Throws.ArgumentNullException);
    }

    [Test]
    public void ToString_UnfinishedBuilder_IsItsJson()
    {
        Assert.That(new EventPatternBuilder().Id("1").ToString(), Is.EqualTo("""{"id":["1"]}"""));
        Assert.That(new EventPatternBuilder().ToString(), Is.EqualTo("{}"));
    }

    [Test]
    public void Source_NoValue_IsRefused()
    {
        Assert.That(() => new EventPatternBuilder().Source(), Throws.ArgumentException);
    }

    [Test]
    public void Build_Twice_IsRefused()
    {
        EventPatternBuilder builder = new EventPatternBuilder().Id("1");
        builder.Build();

        Assert.That(() => builder.Build(), Throws.InvalidOperationException);
        Assert.That(() => builder.Id("2"), Throws.InvalidOperationException);
        Assert.That(() => builder.Or(b => b.Id("1"), b => b.Id("2")), Throws.InvalidOperationException);
    }

    [Test]
    public void Build_WhatEventBridgeRefuses_ThrowsItsWords()
    {
        Assert.That(
            () => new EventPatternBuilder().Detail("x", Match.Wildcard("a**")).Build(),
            Throws.TypeOf<EventPatternException>().With.Property("Reason").EqualTo("Consecutive wildcard characters at pos 2"));
        Assert.That(() => new EventPatternBuilder().Build(), Throws.TypeOf<EventPatternException>().With.Property("Reason").EqualTo("Empty objects are not allowed"));
    }
}
