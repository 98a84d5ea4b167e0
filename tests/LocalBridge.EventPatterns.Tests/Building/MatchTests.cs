namespace LocalBridge.EventPatterns.Tests.Building;

public sealed class MatchTests
{
    private static IEnumerable<TestCaseData> Operators()
    {
        yield return Case(Match.Exact("a\"\\\u00e9\n"), "[\"a\\\"\\\\\u00e9\\n\"]");
        yield return Case(Match.ExactString("a"), "[\"a\"]");
        yield return Case(Match.Exact(5), "[5]");
        yield return Case(Match.Exact(0.1), "[0.1]");
        yield return Case(Match.Exact(1e300), "[1E+300]");
        yield return Case(Match.Exact(1.50m), "[1.50]");
        yield return Case(Match.Exact(true), "[true]");
        yield return Case(Match.Null(), "[null]");
        yield return Case(Match.Exists(), "[{\"exists\":true}]");
        yield return Case(Match.DoesNotExist(), "[{\"exists\":false}]");
        yield return Case(Match.Prefix("a"), "[{\"prefix\":\"a\"}]");
        yield return Case(Match.Suffix("a"), "[{\"suffix\":\"a\"}]");
        yield return Case(Match.PrefixEqualsIgnoreCase("a"), "[{\"prefix\":{\"equals-ignore-case\":\"a\"}}]");
        yield return Case(Match.SuffixEqualsIgnoreCase("a"), "[{\"suffix\":{\"equals-ignore-case\":\"a\"}}]");
        yield return Case(Match.EqualsIgnoreCase("a"), "[{\"equals-ignore-case\":\"a\"}]");
        yield return Case(Match.Wildcard("a*"), "[{\"wildcard\":\"a*\"}]");
        yield return Case(Match.Cidr("10.0.0.0/8"), "[{\"cidr\":\"10.0.0.0/8\"}]");
        yield return Case(Match.AnythingBut("a"), "[{\"anything-but\":\"a\"}]");
        yield return Case(Match.AnythingBut("a", "b"), "[{\"anything-but\":[\"a\",\"b\"]}]");
        yield return Case(Match.AnythingBut(1), "[{\"anything-but\":1}]");
        yield return Case(Match.AnythingBut(1, 2.5), "[{\"anything-but\":[1,2.5]}]");
        yield return Case(Match.AnythingButPrefix("a"), "[{\"anything-but\":{\"prefix\":\"a\"}}]");
        yield return Case(Match.AnythingButSuffix("a", "b"), "[{\"anything-but\":{\"suffix\":[\"a\",\"b\"]}}]");
        yield return Case(Match.AnythingButWildcard("a*"), "[{\"anything-but\":{\"wildcard\":\"a*\"}}]");
        yield return Case(Match.AnythingButEqualsIgnoreCase("a"), "[{\"anything-but\":{\"equals-ignore-case\":\"a\"}}]");
        yield return Case(Match.Equal(1), "[{\"numeric\":[\"=\",1]}]");
        yield return Case(Match.GreaterThan(1), "[{\"numeric\":[\">\",1]}]");
        yield return Case(Match.GreaterThanOrEqual(1), "[{\"numeric\":[\">=\",1]}]");
        yield return Case(Match.LessThan(1), "[{\"numeric\":[\"<\",1]}]");
        yield return Case(Match.LessThanOrEqual(1), "[{\"numeric\":[\"<=\",1]}]");
        yield return Case(Match.Interval(1, 2), "[{\"numeric\":[\">=\",1,\"<=\",2]}]");
        yield return Case(Match.OpenInterval(1, 2), "[{\"numeric\":[\">\",1,\"<\",2]}]");
        yield return Case(Match.AnyOf("a", 1, Match.AnyOf(Match.Null(), false)), "[\"a\",1,null,false]");
    }

    [TestCaseSource(nameof(Operators))]
    public void ToString_Expression_IsTheJsonOfAValidPattern(MatchExpression expression, string json)
    {
        Assert.That(expression.ToString(), Is.EqualTo(json));
        Assert.That(EventPattern.TryParse($"{{\"x\":{expression}}}", out _, out EventPatternError? error), Is.True, error?.Message);
    }

    [Test]
    public void Equals_SameJson_IsEqual()
    {
        MatchExpression converted = "a";

        Assert.That(converted, Is.EqualTo(Match.AnyOf("a")));
        Assert.That(converted == Match.Exact("a"), Is.True);
        Assert.That(converted != Match.Exact("b"), Is.True);
        Assert.That(converted == null, Is.False);
        Assert.That(null == converted, Is.False);
        Assert.That((MatchExpression?)null == null, Is.True);
        Assert.That(converted.Equals((object)"a"), Is.False);
        Assert.That(Match.AnyOf("a", "b"), Is.Not.EqualTo(Match.AnyOf("a")));
        Assert.That(Match.AnyOf("a", "b").GetHashCode(), Is.Not.EqualTo(Match.Exact("a").GetHashCode()));
        Assert.That(converted.GetHashCode(), Is.EqualTo(Match.Exact("a").GetHashCode()));
    }

    [Test]
    public void Arguments_Unusable_AreRefused()
    {
        Assert.That(() => Match.Exact((string)null!), Throws.ArgumentNullException);
        Assert.That(() => Match.Exact(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("A number in an event pattern must be finite"));
        Assert.That(() => Match.Exact(double.PositiveInfinity), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Match.AnyOf(), Throws.ArgumentException.With.Message.StartsWith("At least one value is needed"));
        Assert.That(() => Match.AnyOf(Match.Null(), null!), Throws.ArgumentNullException);
        Assert.That(() => Match.AnythingBut(Array.Empty<string>()), Throws.ArgumentException);
        Assert.That(() => Match.AnythingBut(Array.Empty<double>()), Throws.ArgumentException);
        Assert.That(() => Match.AnythingButPrefix(Array.Empty<string>()), Throws.ArgumentException);
    }

    private static TestCaseData Case(MatchExpression expression, string json) => new TestCaseData(expression, json).SetArgDisplayNames(json);
}
