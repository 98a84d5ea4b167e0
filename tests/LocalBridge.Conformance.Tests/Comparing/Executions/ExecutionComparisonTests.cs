using System.Collections.Immutable;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Executions;
using LocalBridge.Conformance.Comparing.Histories;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing.Executions;

[TestFixture]
internal sealed class ExecutionComparisonTests
{
    private static readonly HistoryComparisonOptions InOrder = new(false, false, false);

    [TestCase("""{"status":"SUCCEEDED","output":{"a":1}}""", ExpectedResult = true)]
    [TestCase("""{"status":"SUCCEEDED","output":{"a":2}}""", ExpectedResult = false)]
    [TestCase("""{"status":"FAILED","output":{"a":1}}""", ExpectedResult = false)]
    [TestCase("""{"status":"SUCCEEDED"}""", ExpectedResult = true)]
    [TestCase("""{"status":"SUCCEEDED","output":{"a":1},"error":"E"}""", ExpectedResult = false)]
    public bool Compare_Success_ComparesStatusAndOutput(string expect) =>
        Compare(expect, new ExecutionAnswer { Status = "SUCCEEDED", Output = "{\"a\": 1.0}" }).Count == 0;

    [TestCase("""{"status":"FAILED","error":"E","cause":{"m":"<uuid:1>"}}""", ExpectedResult = true)]
    [TestCase("""{"status":"FAILED","error":"E","cause":"{\"m\":\"x\"}"}""", ExpectedResult = true)]
    [TestCase("""{"status":"FAILED","error":"E","cause":"other"}""", ExpectedResult = false)]
    [TestCase("""{"status":"FAILED","error":"F","cause":{"m":"x"}}""", ExpectedResult = false)]
    [TestCase("""{"status":"FAILED","error":"E"}""", ExpectedResult = false)]
    public bool Compare_Failure_ComparesErrorAndCause(string expect) =>
        Compare(expect, new ExecutionAnswer { Status = "FAILED", Error = "E", Cause = "{\"m\":\"x\"}" }).Count == 0;

    [Test]
    public void Compare_PlaceholderBoundInHistory_CountsInTheResultToo()
    {
        var answer = new ExecutionAnswer
        {
            Status = "FAILED",
            Error = "E",
            Cause = "other",
            History = [Example.Of("""{"id":1,"previousEventId":0,"type":"F","fEventDetails":{"cause":"first"}}""")],
        };

        List<JsonDifference> differences = Compare(
            """{"status":"FAILED","error":"E","cause":"<uuid:1>","history":[{"id":1,"previousEventId":0,"type":"F","fEventDetails":{"cause":"<uuid:1>"}}]}""", answer);

        Assert.That(differences, Is.EqualTo(new[] { new JsonDifference("cause", "\"<uuid:1>\"", "\"other\"") }));
    }

    [Test]
    public void Compare_ExtraThatNobodyAnswered_IsADifference()
    {
        List<JsonDifference> differences = Compare(
            """{"status":"RUNNING","extras":{"logged_execution_events":[1]}}""", new ExecutionAnswer { Status = "RUNNING" });

        Assert.That(differences, Is.EqualTo(new[] { new JsonDifference("logged_execution_events", "[1]", "(not supported yet)") }));
    }

    [Test]
    public void Compare_AnswerOfAServiceThatTheScriptStandsInFor_IsNotCompared()
    {
        List<JsonDifference> differences = Compare(
            """{"status":"RUNNING","extras":{"messages":[1],"get-s3-object":{"Body":"x"}}}""", new ExecutionAnswer { Status = "RUNNING" });

        Assert.That(differences, Is.Empty);
    }

    [TestCase("""{"input":{"a":1},"status":"RUNNING"}""", ExpectedResult = true)]
    [TestCase("""{"input":{"a":2},"status":"RUNNING"}""", ExpectedResult = false)]
    [TestCase("""{"input":{"a":1},"status":"RUNNING","redriveCount":0}""", ExpectedResult = false)]
    public bool Compare_Description_ParsesTheTextsOfTheAnswer(string description)
    {
        var answer = new ExecutionAnswer
        {
            Status = "RUNNING",
            Extras = ImmutableDictionary<string, JsonElement>.Empty.Add("describe_execution", Example.Of("""{"input":"{\"a\":1}","status":"RUNNING"}""")),
        };

        return Compare($$$"""{"status":"RUNNING","extras":{"describe_execution":{{{description}}}}}""", answer).Count == 0;
    }

    private static List<JsonDifference> Compare(string expect, ExecutionAnswer answer) =>
        ExecutionComparison.Compare(Example.Of(expect), answer, InOrder);
}
