using LocalBridge.Json;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Errors;

internal sealed class StateFailureTests
{
    [Test]
    public void Handle_SeveralRetriers_EachCountsItsOwnAttempts()
    {
        var errors = new Queue<string>(["A", "B", "A", "B", "A"]);
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true,"Retry":[
              {"ErrorEquals":["A"],"IntervalSeconds":1,"BackoffRate":1,"MaxAttempts":2},
              {"ErrorEquals":["B"],"IntervalSeconds":10,"BackoffRate":1,"MaxAttempts":2}]}}}
            """).On("f", _ => TaskReply.Fail(errors.Dequeue())).Run();

        Assert.That(run.Completion!.Error, Is.EqualTo("A"));
        Assert.That((run.Now - run.History[0].Timestamp).TotalSeconds, Is.EqualTo(1 + 10 + 1 + 10));
    }

    [Test]
    public void Handle_CaughtError_GoesIntoTheRawInput()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","InputPath":"$.in","OutputPath":"$.never","End":true,
             "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"H"}]},"H":{"Type":"Pass","End":true}}}
            """,
            JsonValue.Parse("""{"in":1}""")).On("f", static _ => TaskReply.Fail("E", "C")).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""{"in":1,"error":{"Error":"E","Cause":"C"}}"""));
    }

    [Test]
    public void Handle_RuntimeError_IsNotCaught()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","OutputPath":"$.no","End":true,
             "Catch":[{"ErrorEquals":["States.ALL"],"Next":"H"}]},"H":{"Type":"Pass","End":true}}}
            """).On("f", static _ => TaskReply.Succeed(JsonValue.EmptyObject)).Run();

        Assert.That(run.Completion!.Error, Is.EqualTo("States.Runtime"));
    }

    [Test]
    public void Handle_VariablesAssignedByCatcher_AreSeenBehindIt()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true,
             "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"why.$":"$.Error"},"Next":"H"}]},
             "H":{"Type":"Pass","Parameters":{"got.$":"$why"},"End":true}}}
            """).On("f", static _ => TaskReply.Fail("E")).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""{"got":"E"}"""));
    }

    [TestCase(0, 0.5, 2)]
    [TestCase(1, 0.5, 6)]
    [TestCase(3, 0.5, 20)]
    public void GetDelay_Attempt_GrowsToTheBound(int attempt, double random, double expectedSeconds)
    {
        var retrier = new Retrier { ErrorEquals = ["E"], IntervalSeconds = 2, BackoffRate = 3, MaxDelaySeconds = 20 };

        Assert.That(retrier.GetDelay(attempt, random).TotalSeconds, Is.EqualTo(expectedSeconds));
        Assert.That((retrier with { JitterStrategy = JitterStrategy.Full }).GetDelay(attempt, random).TotalSeconds, Is.EqualTo(expectedSeconds * random));
    }
}
