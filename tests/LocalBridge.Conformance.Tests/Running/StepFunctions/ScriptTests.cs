using LocalBridge.Conformance.Running.StepFunctions.Playback;
using LocalBridge.Conformance.Tests.Support;

namespace LocalBridge.Conformance.Tests.Running.StepFunctions;

[TestFixture]
internal sealed class ScriptTests
{
    private const string Entries = """
        [{"state":"A","resource":"r","request":{"n":1},"outcome":[{"succeeded":"first"}]},
         {"state":"A","resource":"r","request":{"n":2},"outcome":[{"succeeded":"second"}]},
         {"state":"B","resource":"r","request":{"arn":"<arn>"},"outcome":[{"submitted":{"Arn":"<arn>"}},{"failed":{"error":"E","cause":{"a":1,"b":"<arn>"}}}]}]
        """;

    [Test]
    public void Take_SameRequest_GoesFirstThenOrder()
    {
        var script = Script.Read(Json.Of(Entries));

        string?[] outputs = [.. new[] { """{"n":2}""", """{"n":9}""", """{"n":1}""" }.Select(request => script.Take("A", request)?.Outcome[0].Output)];

        Assert.That(outputs, Is.EqualTo((string?[])["\"second\"", "\"first\"", null]));
    }

    [Test]
    public void Take_PlaceholderInRequest_IsFilledIntoTheAnswer()
    {
        var script = Script.Read(Json.Of(Entries));

        var answer = AttemptAnswer.From(script.Take("B", """{"arn":"arn:x"}""")!, JsonTextStyle.Compact);

        Assert.That((answer.Submitted, answer.Error, answer.Cause), Is.EqualTo(("""{"Arn":"arn:x"}""", "E", """{"a":1,"b":"arn:x"}""")));
    }

    [Test]
    public void From_FailureOfAFunction_IsWrittenWithBlanks()
    {
        var script = Script.Read(Json.Of(Entries));

        var answer = AttemptAnswer.From(script.Take("B", "{}")!, JsonTextStyle.Python);

        Assert.That(answer.Cause, Is.EqualTo("""{"a": 1, "b": "<arn>"}"""));
    }

    [Test]
    public void From_TimedOut_IsNeverAnswered()
    {
        var script = Script.Read(Json.Of("""[{"state":"A","resource":"r","request":null,"outcome":[{"timedOut":{"error":"States.Timeout"}}]}]"""));

        Assert.That(AttemptAnswer.From(script.Take("A", "null")!, JsonTextStyle.Compact).IsNeverAnswered, Is.True);
    }
}
