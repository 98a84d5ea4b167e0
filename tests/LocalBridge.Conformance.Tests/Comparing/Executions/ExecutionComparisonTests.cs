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
    [TestCase("""{"status":"SUCCEEDED"}""", ExpectedResult = false)]
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
            History = [Json.Of("""{"id":1,"previousEventId":0,"type":"F","fEventDetails":{"cause":"first"}}""")],
        };

        List<JsonDifference> differences = Compare(
            """{"status":"FAILED","error":"E","cause":"<uuid:1>","history":[{"id":1,"previousEventId":0,"type":"F","fEventDetails":{"cause":"<uuid:1>"}}]}""", answer);

        Assert.That(differences, Is.EqualTo(new[] { new JsonDifference("cause", "\"<uuid:1>\"", "\"other\"") }));
    }

    [Test]
    public void Compare_ExtraThatNobodyAnswered_IsADifference()
    {
        List<JsonDifference> differences = Compare(
            """{"status":"RUNNING","extras":{"messages":[1]}}""", new ExecutionAnswer { Status = "RUNNING" });

        Assert.That(differences, Is.EqualTo(new[] { new JsonDifference("messages", "[1]", "(not supported yet)") }));
    }

    private static List<JsonDifference> Compare(string expect, ExecutionAnswer answer) =>
        ExecutionComparison.Compare(Json.Of(expect), answer, InOrder);
}
