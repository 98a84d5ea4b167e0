using System.Text.Json;
using LocalBridge.Conformance.Comparing;
using LocalBridge.Conformance.Comparing.Histories;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Comparing.Histories;

[TestFixture]
internal sealed class HistoryComparisonTests
{
    private static readonly HistoryComparisonOptions InOrder = new(false, false, false);
    private static readonly HistoryComparisonOptions Interleaved = new(true, false, false);
    private static readonly HistoryComparisonOptions Sublist = new(true, true, false);

    [Test]
    public void Compare_WireForm_EqualsParsedForm()
    {
        const string Expected = """
            [{"id":1,"previousEventId":0,"type":"ExecutionStarted","executionStartedEventDetails":{"input":{"a":1},"inputDetails":{"truncated":false}}},
             {"id":2,"previousEventId":0,"type":"PassStateExited","stateExitedEventDetails":{"name":"P","output":"text","assignedVariables":{"n":"42","o":{"x":1},"l":"[1,2]","s":"\"t\""}}}]
            """;
        const string Actual = """
            [{"id":1,"previousEventId":0,"type":"ExecutionStarted","timestamp":1.5,"executionStartedEventDetails":{"input":"{\"a\": 1.0}","inputDetails":{"truncated":false}}},
             {"id":2,"previousEventId":0,"type":"PassStateExited","timestamp":1.5,"stateExitedEventDetails":{"name":"P","output":"\"text\"","assignedVariables":{"n":"42","o":"{\"x\":1}","l":"[1, 2]","s":"\"t\""}}}]
            """;

        Assert.That(Compare(Expected, Actual, InOrder), Is.Empty);
    }

    [TestCase("""{"cause":{"m":"x"}}""", """{"cause":"{\"m\":\"x\"}"}""", ExpectedResult = true)]
    [TestCase("""{"cause":{"m":"x"}}""", """{"cause":"{\"m\":\"y\"}"}""", ExpectedResult = false)]
    [TestCase("""{"cause":"text"}""", """{"cause":"text"}""", ExpectedResult = true)]
    [TestCase("""{"cause":"[1]"}""", """{"cause":"[1]"}""", ExpectedResult = true)]
    [TestCase("""{"cause":"text","error":"E"}""", """{"cause":"text"}""", ExpectedResult = false)]
    [TestCase("""{"cause":"text"}""", """{"cause":"text","error":"E"}""", ExpectedResult = false)]
    [TestCase("""{"output":{"s":"{\"x\":1}"}}""", """{"output":"{\"s\":{\"x\":1}}"}""", ExpectedResult = false)]
    [TestCase("""{"parameters":{"a":1}}""", """{"parameters":"{\"a\":1}"}""", ExpectedResult = true)]
    [TestCase("""{"assignedVariables":{"a":"42"}}""", """{"assignedVariables":{"a":"\"42\""}}""", ExpectedResult = false)]
    [TestCase("""{"assignedVariables":{"a":"42"}}""", """{"assignedVariables":{"a":"42","b":"1"}}""", ExpectedResult = false)]
    public bool Compare_Details_FollowsTheReadme(string expected, string actual) =>
        Compare(OneEvent(expected), OneEvent(actual), InOrder).Count == 0;

    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":1,"type":"B"}]""", ExpectedResult = true)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":0,"type":"B"}]""", ExpectedResult = false)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":3,"previousEventId":1,"type":"B"}]""", ExpectedResult = false)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":1,"type":"C"}]""", ExpectedResult = false)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"}]""", ExpectedResult = false)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":1,"type":"B"},{"id":3,"previousEventId":2,"type":"C"}]""", ExpectedResult = false)]
    [TestCase("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":1,"type":"B","xEventDetails":{}}]""", ExpectedResult = false)]
    public bool Compare_InOrder_WantsSameEventsAndIds(string actual) =>
        Compare("""[{"id":1,"previousEventId":0,"type":"A"},{"id":2,"previousEventId":1,"type":"B"}]""", actual, InOrder).Count == 0;

    [Test]
    public void Compare_MapStateExited_MayPointAtMapRunStartedOrSucceeded()
    {
        const string AtStarted = """[{"id":1,"previousEventId":0,"type":"MapRunStarted"},{"id":2,"previousEventId":1,"type":"MapRunSucceeded"},{"id":3,"previousEventId":1,"type":"MapStateExited"}]""";
        const string AtSucceeded = """[{"id":1,"previousEventId":0,"type":"MapRunStarted"},{"id":2,"previousEventId":1,"type":"MapRunSucceeded"},{"id":3,"previousEventId":2,"type":"MapStateExited"}]""";

        Assert.Multiple(() =>
        {
            Assert.That(Compare(AtStarted, AtSucceeded, InOrder), Is.Empty);
            Assert.That(Compare(AtSucceeded, AtStarted, Interleaved), Is.Empty);
        });
    }

    // Two iterations (i0: A then B; i1: A then C) in one order or interleaved.
    private const string Recorded = """
        [{"id":1,"previousEventId":0,"type":"MapStateStarted"},
         {"id":2,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":0}},
         {"id":3,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":1}},
         {"id":4,"previousEventId":2,"type":"A"},{"id":5,"previousEventId":4,"type":"B"},
         {"id":6,"previousEventId":3,"type":"A"},{"id":7,"previousEventId":6,"type":"C"}]
        """;

    [Test]
    public void Compare_Interleaved_IdsAreFree()
    {
        const string Actual = """
            [{"id":1,"previousEventId":0,"type":"MapStateStarted"},
             {"id":2,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":1}},
             {"id":3,"previousEventId":2,"type":"A"},
             {"id":4,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":0}},
             {"id":5,"previousEventId":4,"type":"A"},{"id":6,"previousEventId":3,"type":"C"},{"id":7,"previousEventId":5,"type":"B"}]
            """;

        Assert.That(Compare(Recorded, Actual, Interleaved), Is.Empty);
    }

    [Test]
    public void Compare_InterleavedWithSwappedCauses_Differs()
    {
        const string Actual = """
            [{"id":1,"previousEventId":0,"type":"MapStateStarted"},
             {"id":2,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":0}},
             {"id":3,"previousEventId":1,"type":"MapIterationStarted","mapIterationStartedEventDetails":{"name":"M","index":1}},
             {"id":4,"previousEventId":2,"type":"A"},{"id":5,"previousEventId":4,"type":"C"},
             {"id":6,"previousEventId":3,"type":"A"},{"id":7,"previousEventId":6,"type":"B"}]
            """;

        Assert.That(Compare(Recorded, Actual, Interleaved), Is.Not.Empty);
    }

    [Test]
    public void Compare_InterleavedWithOneEventMore_Differs()
    {
        string actual = Recorded.TrimEnd().TrimEnd(']') + """,{"id":8,"previousEventId":7,"type":"D"}]""";

        Assert.That(Compare(Recorded, actual, Interleaved), Has.Some.Matches<JsonDifference>(difference => difference!.Path == "history"));
    }

    [Test]
    public void Compare_InterleavedPlaceholders_TakesBackAWrongBinding()
    {
        // The first T fits both actual T; only the second choice leaves one for the text that is bound by the S before.
        const string Expected = """
            [{"id":1,"previousEventId":0,"type":"R"},
             {"id":2,"previousEventId":1,"type":"T","tEventDetails":{"x":"<uuid:1>"}},
             {"id":3,"previousEventId":1,"type":"T","tEventDetails":{"x":"<uuid:2>"}},
             {"id":4,"previousEventId":2,"type":"S","sEventDetails":{"x":"<uuid:1>"}},
             {"id":5,"previousEventId":3,"type":"U","uEventDetails":{"x":"<uuid:2>"}}]
            """;
        const string Actual = """
            [{"id":1,"previousEventId":0,"type":"R"},
             {"id":2,"previousEventId":1,"type":"T","tEventDetails":{"x":"b"}},
             {"id":3,"previousEventId":1,"type":"T","tEventDetails":{"x":"a"}},
             {"id":4,"previousEventId":3,"type":"S","sEventDetails":{"x":"a"}},
             {"id":5,"previousEventId":2,"type":"U","uEventDetails":{"x":"b"}}]
            """;

        Assert.That(Compare(Expected, Actual, Interleaved), Is.Empty);
    }

    private const string SublistRecorded = """
        [{"id":1,"previousEventId":0,"type":"ParallelStateStarted"},
         {"id":null,"previousEventId":null,"type":"A"},{"id":null,"previousEventId":null,"type":"B"},
         {"id":5,"previousEventId":3,"type":"ParallelStateExited","stateExitedEventDetails":{"name":"P"}}]
        """;

    [TestCase("""{"id":2,"previousEventId":1,"type":"B"},{"id":3,"previousEventId":1,"type":"A"},{"id":4,"previousEventId":3,"type":"ParallelStateSucceeded"},{"id":5,"previousEventId":4,"type":"ParallelStateExited","stateExitedEventDetails":{"name":"P"}}""", ExpectedResult = true)]
    [TestCase("""{"id":2,"previousEventId":1,"type":"B"},{"id":3,"previousEventId":1,"type":"B"},{"id":4,"previousEventId":3,"type":"ParallelStateSucceeded"},{"id":5,"previousEventId":4,"type":"ParallelStateExited","stateExitedEventDetails":{"name":"P"}}""", ExpectedResult = false)]
    [TestCase("""{"id":2,"previousEventId":1,"type":"B"},{"id":3,"previousEventId":1,"type":"A"},{"id":4,"previousEventId":3,"type":"ParallelStateSucceeded"},{"id":5,"previousEventId":4,"type":"ParallelStateExited","stateExitedEventDetails":{"name":"Q"}}""", ExpectedResult = false)]
    [TestCase("""{"id":2,"previousEventId":1,"type":"B"},{"id":4,"previousEventId":3,"type":"ParallelStateSucceeded"},{"id":5,"previousEventId":4,"type":"ParallelStateExited","stateExitedEventDetails":{"name":"P"}}""", ExpectedResult = false)]
    public bool Compare_ParallelSublist_ComparesTheStretchAsAMultiset(string stretch) =>
        Compare(SublistRecorded, $$"""[{"id":1,"previousEventId":0,"type":"ParallelStateStarted"},{{stretch}}]""", Sublist).Count == 0;

    private static string OneEvent(string details) => $$"""[{"id":1,"previousEventId":0,"type":"T","tEventDetails":{{details}}}]""";

    private static List<JsonDifference> Compare(string expected, string actual, HistoryComparisonOptions options)
    {
        JsonElement[] events = [.. Example.Of(actual).EnumerateArray()];
        return HistoryComparison.Compare(Example.Of(expected), events, options, new PlaceholderScope());
    }
}
