using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing;

[TestFixture]
internal sealed class JsonComparerTests
{
    [TestCase("1", "1.0", ExpectedResult = true)]
    [TestCase("0", "-0.0", ExpectedResult = true)]
    [TestCase("0.1", "0.10000000000000001", ExpectedResult = true)]
    [TestCase("1", "2", ExpectedResult = false)]
    [TestCase("1", "\"1\"", ExpectedResult = false)]
    [TestCase("null", "null", ExpectedResult = true)]
    [TestCase("null", "false", ExpectedResult = false)]
    [TestCase("true", "true", ExpectedResult = true)]
    [TestCase("true", "false", ExpectedResult = false)]
    [TestCase("true", "\"true\"", ExpectedResult = false)]
    [TestCase("[1,2]", "[2,1]", ExpectedResult = false)]
    [TestCase("[1,2]", "[1,2,3]", ExpectedResult = false)]
    [TestCase("[1]", "1", ExpectedResult = false)]
    [TestCase("""{"a":1,"b":2}""", """{"b":2,"a":1}""", ExpectedResult = true)]
    [TestCase("""{"a":1}""", """{"a":1,"b":null}""", ExpectedResult = false)]
    [TestCase("""{"a":1,"b":null}""", """{"a":1}""", ExpectedResult = false)]
    [TestCase("""{"a":{"x":1}}""", """{"a":"{\"x\":1}"}""", ExpectedResult = false)]
    [TestCase("\"\\u0041\"", "\"A\"", ExpectedResult = true)]
    [TestCase("\"\\ud800\"", "\"\\uD800\"", ExpectedResult = true)]
    [TestCase("\"\\ud800\"", "\"\\ud801\"", ExpectedResult = false)]
    [TestCase("\"<x>\"", "\"y\"", ExpectedResult = false)]
    public bool AreEqual_Exact_IsDeepEquality(string expected, string actual) =>
        new JsonComparer(ComparisonRules.Exact, new PlaceholderScope()).AreEqual(Example.Of(expected), Example.Of(actual));

    [TestCase("\"<date>\"", "1700000000.5", ExpectedResult = true)]
    [TestCase("\"<date>\"", "\"\"", ExpectedResult = false)]
    [TestCase("\"<date>\"", "null", ExpectedResult = false)]
    [TestCase("\"<date>\"", "{}", ExpectedResult = false)]
    [TestCase("""["<uuid:1>","<uuid:1>"]""", """["a","a"]""", ExpectedResult = true)]
    [TestCase("""["<uuid:1>","<uuid:1>"]""", """["a","b"]""", ExpectedResult = false)]
    [TestCase("""{"SdkHttpMetadata":{"x":1}}""", """{"SdkHttpMetadata":{}}""", ExpectedResult = true)]
    [TestCase("""{"SdkHttpMetadata":{"x":1}}""", "{}", ExpectedResult = false)]
    [TestCase("""{"b":{"billedDurationInMilliseconds":100,"m":64}}""", """{"b":{"billedDurationInMilliseconds":7,"m":64}}""", ExpectedResult = true)]
    [TestCase("""{"b":{"billedDurationInMilliseconds":100,"m":64}}""", """{"b":{"billedDurationInMilliseconds":7,"m":65}}""", ExpectedResult = false)]
    public bool AreEqual_StepFunctions_FollowsItsReadme(string expected, string actual) =>
        new JsonComparer(ComparisonRules.StepFunctions, new PlaceholderScope()).AreEqual(Example.Of(expected), Example.Of(actual));

    [TestCase("\"<any>\"", "{}", ExpectedResult = true)]
    [TestCase("\"<any>\"", "null", ExpectedResult = true)]
    [TestCase("""{"p":{"a":1}}""", """{"p":"{\"a\": 1}"}""", ExpectedResult = true)]
    [TestCase("""{"p":{"a":{"b":1}}}""", """{"p":"{\"a\": \"{}\"}"}""", ExpectedResult = false)]
    [TestCase("""{"p":"x"}""", """{"p":"x","q":1}""", ExpectedResult = false)]
    public bool AreEqual_EventsApi_FollowsItsReadme(string expected, string actual) =>
        new JsonComparer(ComparisonRules.EventsApi, new PlaceholderScope()).AreEqual(Example.Of(expected), Example.Of(actual));

    [Test]
    public void Compare_SeveralDifferences_NamesEachPlace()
    {
        List<JsonDifference> differences = [];

        new JsonComparer(ComparisonRules.Exact, new PlaceholderScope()).Compare(
            Example.Of("""{"a":[1,{"b":2}],"c":3}"""), Example.Of("""{"a":[1,{"b":5}],"d":4}"""), "out", differences);

        Assert.That(differences, Is.EqualTo(new[]
        {
            new JsonDifference("out.a[1].b", "2", "5"),
            new JsonDifference("out.c", "3", "(missing)"),
            new JsonDifference("out.d", "(absent)", "4"),
        }));
    }

    [Test]
    public void AreEqual_Mismatch_ForgetsWhatItBound()
    {
        var scope = new PlaceholderScope();

        new JsonComparer(ComparisonRules.StepFunctions, scope).AreEqual(Example.Of("""["<uuid:1>",1]"""), Example.Of("""["a",2]"""));

        Assert.That(scope.Checkpoint, Is.Zero);
    }

    [TestCase("[1,2,2]", "[2,1,2]", ExpectedResult = true)]
    [TestCase("[1,2,2]", "[2,1,1]", ExpectedResult = false)]
    [TestCase("[1]", "[1,1]", ExpectedResult = false)]
    [TestCase("1", "1", ExpectedResult = true)]
    [TestCase("[1]", "1", ExpectedResult = false)]
    public bool AreEqual_Unordered_ComparesMultisets(string expected, string actual) =>
        UnorderedArrays.AreEqual(Example.Of(expected), Example.Of(actual));

    [Test]
    public void Sort_VariableReferences_SortsOnlyThose()
    {
        string sorted = VariableReferences.Sort(Example.Of("""{"variableReferences":{"S":["b","a"]},"other":["b","a"]}""")).GetRawText();

        Assert.That(sorted, Is.EqualTo("""{"variableReferences":{"S":["a","b"]},"other":["b","a"]}"""));
    }
}
