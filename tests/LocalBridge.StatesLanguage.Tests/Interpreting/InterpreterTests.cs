using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Interpreting;

internal sealed class InterpreterTests
{
    [Test]
    public void Step_PassWithResultPath_MergesIntoRawInput()
    {
        ExecutionDriver run = new ExecutionDriver(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"x":1},"ResultPath":"$.deep.er","End":true}}}""",
            JsonValue.Parse("""{"a":0.0}""")).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""{"a":0.0,"deep":{"er":{"x":1}}}"""));
    }

    [Test]
    public void Step_TwoPassStates_RecordsWhatAwsRecords()
    {
        ExecutionDriver run = new ExecutionDriver(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}}""").Run();

        Assert.That(run.Trace, Is.EqualTo(
            "1<0:ExecutionStarted 2<0:PassStateEntered 3<2:PassStateExited 4<3:PassStateEntered 5<4:PassStateExited 6<5:ExecutionSucceeded"));
    }

    [Test]
    public void Step_TaskFailsTwiceThenSucceeds_RetriesWithBackoff()
    {
        int calls = 0;
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"f","End":true,
             "Retry":[{"ErrorEquals":["Boom"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":5}]}}}
            """).On("f", _ => ++calls < 3 ? TaskReply.Fail("Boom") : TaskReply.Succeed(7)).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("7"));
        Assert.That(run.Now - run.History[0].Timestamp, Is.EqualTo(TimeSpan.FromSeconds(2 + 6)));
    }

    [Test]
    public void Step_MapIterationsOneAtATime_ChainsAsRecorded()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"End":true,
             "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}}}
            """,
            JsonValue.Parse("[1,2]")).Run();

        Assert.That(run.Trace, Is.EqualTo(
            "1<0:ExecutionStarted 2<0:MapStateEntered 3<2:MapStateStarted "
            + "4<3:MapIterationStarted 5<4:PassStateEntered 6<5:PassStateExited 7<6:MapIterationSucceeded "
            + "8<6:MapIterationStarted 9<8:PassStateEntered 10<9:PassStateExited 11<10:MapIterationSucceeded "
            + "12<11:MapStateSucceeded 13<11:MapStateExited 14<13:ExecutionSucceeded"));
    }

    [Test]
    public void Step_ParallelBranchFails_OtherBranchIsGivenUp()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"Slow","States":{"Slow":{"Type":"Task","Resource":"slow","TimeoutSeconds":60,"End":true}}},
              {"StartAt":"Bad","States":{"Bad":{"Type":"Fail","Error":"E","Cause":"C"}}}]}}}
            """).Run();

        Assert.That(run.Completion!.Status, Is.EqualTo(ExecutionStatus.Failed));
        Assert.That(run.Completion.Error, Is.EqualTo("E"));
        Assert.That(run.Commands.OfType<CancelTaskCommand>().Single().AttemptId, Is.EqualTo(run.Scheduled.Single().AttemptId));
        Assert.That(run.Commands.OfType<CancelTimerCommand>().Count(), Is.EqualTo(1));
        Assert.That(run.History.Select(static x => x.Type), Has.One.EqualTo(HistoryEventType.TaskStateAborted));
    }

    [Test]
    public void Step_EndlessLoop_EndsAtHistoryLimit()
    {
        ExecutionDriver run = new ExecutionDriver(
            """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"B"}],"Default":"A"},"B":{"Type":"Succeed"}}}""").Run();

        Assert.That(run.History, Has.Count.EqualTo(25_000));
        Assert.That(run.History[^1].Type, Is.EqualTo(HistoryEventType.ExecutionFailed));
        Assert.That(run.Completion!.Cause, Is.EqualTo("The execution reached the maximum number of history events (25000)."));
    }

    [Test]
    public void Step_EndlessLoopInExpress_HandsBackControl()
    {
        var run = new ExecutionDriver(
            """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"B"}],"Default":"A"},"B":{"Type":"Succeed"}}}""", isExpress: true);
        var output = new StepOutput();

        Interpreter.Step(run.State, Stimulus.Started(run.Now), output);

        Assert.That(output.HasMore, Is.True);
    }
}
