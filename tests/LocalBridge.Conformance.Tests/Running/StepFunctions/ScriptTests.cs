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
        var script = Script.Read(Example.Of(Entries));

        string?[] outputs =
        [
            script.Take("A", """{"n":2}""")?.Outcome[0].Output,
            script.Take("A", """{"n":9}""")?.Outcome[0].Output,
            script.Take("A", """{"n":1}""")?.Outcome[0].Output,
        ];

        Assert.That(outputs, Is.EqualTo((string?[])["\"second\"", "\"first\"", null]));
    }

    [Test]
    public void Take_PlaceholderInRequest_IsFilledIntoTheAnswer()
    {
        var script = Script.Read(Example.Of(Entries));

        var answer = AttemptAnswer.From(script.Take("B", """{"arn":"arn:x"}""")!, JsonTextStyle.Compact);

        Assert.That((answer.Submitted, answer.Error, answer.Cause), Is.EqualTo(("""{"Arn":"arn:x"}""", "E", """{"a":1,"b":"arn:x"}""")));
    }

    [Test]
    public void From_FailureOfAFunction_IsWrittenWithBlanks()
    {
        var script = Script.Read(Example.Of(Entries));

        var answer = AttemptAnswer.From(script.Take("B", "{}")!, JsonTextStyle.Python);

        Assert.That(answer.Cause, Is.EqualTo("""{"a": 1, "b": "<arn>"}"""));
    }

    [Test]
    public void From_TimedOut_IsNeverAnswered()
    {
        var script = Script.Read(Example.Of("""[{"state":"A","resource":"r","request":null,"outcome":[{"timedOut":{"error":"States.Timeout"}}]}]"""));

        Assert.That(AttemptAnswer.From(script.Take("A", "null")!, JsonTextStyle.Compact).IsNeverAnswered, Is.True);
    }
}
