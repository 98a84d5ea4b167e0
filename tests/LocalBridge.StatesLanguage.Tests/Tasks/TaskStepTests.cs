using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Tasks;

internal sealed class TaskStepTests
{
    private const string TokenTask =
        """
        {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
         "HeartbeatSeconds":5,"TimeoutSeconds":600,"Parameters":{"Token.$":"$$.Task.Token"},"End":true}}}
        """;

    [Test]
    public void Run_LambdaArn_RecordsLambdaEvents()
    {
        const string Arn = "arn:aws:lambda:us-east-1:111111111111:function:f";
        ExecutionDriver run = new ExecutionDriver($$$$"""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{{{Arn}}}}","End":true}}}""")
            .On(Arn, static _ => TaskReply.Succeed("done")).Run();

        Assert.That(run.Trace, Is.EqualTo(
            "1<0:ExecutionStarted 2<0:TaskStateEntered 3<2:LambdaFunctionScheduled 4<3:LambdaFunctionStarted "
            + "5<4:LambdaFunctionSucceeded 6<5:TaskStateExited 7<6:ExecutionSucceeded"));
    }

    [Test]
    public void Run_TimesOut_CancelsTheAttemptAndCanBeCaught()
    {
        ExecutionDriver run = new ExecutionDriver(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"never","TimeoutSeconds":5,"End":true,
             "Catch":[{"ErrorEquals":["States.TaskFailed"],"Next":"Wrong"},{"ErrorEquals":["States.Timeout"],"ResultPath":"$.e","Next":"Right"}]},
             "Wrong":{"Type":"Fail"},"Right":{"Type":"Pass","End":true}}}
            """).Run();

        Assert.That(run.Completion!.Output.ToJson(), Is.EqualTo("""{"e":{"Error":"States.Timeout","Cause":""}}"""));
        Assert.That(run.Commands.OfType<CancelTaskCommand>().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Run_LateAnswer_IsIgnored()
    {
        ExecutionDriver run = new ExecutionDriver(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"never","TimeoutSeconds":5,"Next":"U"},"U":{"Type":"Task","Resource":"never","End":true}}}""").Run();
        int events = run.History.Count;

        run.Send(Stimulus.TaskSucceeded(run.Now, run.Scheduled[0].AttemptId, 1));

        Assert.That(run.History, Has.Count.EqualTo(events));
    }

    [Test]
    public void Run_WaitForTaskToken_GivesTokenThatNamesTheAttempt()
    {
        var run = new ExecutionDriver(TokenTask);
        run.Send(Stimulus.Started(run.Now));
        ScheduleTaskCommand command = run.Scheduled.Single();

        bool isToken = TaskToken.TryRead(command.TaskToken!, out string executionArn, out long attemptId);

        Assert.That((isToken, executionArn, attemptId), Is.EqualTo((true, run.State.Start.ExecutionArn, command.AttemptId)));
        Assert.That(command.Input["Token"].GetString(), Is.EqualTo(command.TaskToken));
    }

    [Test]
    public void Run_HeartbeatsStop_TimesOutAfterTheLastOne()
    {
        var run = new ExecutionDriver(TokenTask);
        run.Send(Stimulus.Started(run.Now));
        run.Send(Stimulus.TaskSubmitted(run.Now, run.Scheduled[0].AttemptId, JsonValue.EmptyObject));
        run.Send(Stimulus.TaskHeartbeat(run.Now.AddSeconds(4), run.Scheduled[0].AttemptId));

        run.Run();

        Assert.That((run.Now - run.History[0].Timestamp).TotalSeconds, Is.EqualTo(9));
        Assert.That(run.History[^2].Type, Is.EqualTo(HistoryEventType.TaskTimedOut));
    }

    [Test]
    public void Run_ResultOverTheLimit_FailsAsTheServiceDoes()
    {
        ExecutionDriver run = new ExecutionDriver("""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}}}""")
            .On("arn:aws:states:::lambda:invoke", static _ => TaskReply.Succeed(new string('a', 262_145))).Run();

        Assert.That((run.Completion!.Error, run.Completion.Cause), Is.EqualTo((
            "States.DataLimitExceeded",
            "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.")));
    }

    [Test]
    public void Run_Stopped_GivesEverythingUp()
    {
        var run = new ExecutionDriver(TokenTask);
        run.Send(Stimulus.Started(run.Now));

        run.Send(Stimulus.Stopped(run.Now, "E", "C"));

        Assert.That((run.Completion!.Status, run.Completion.Error, run.Completion.Cause), Is.EqualTo((ExecutionStatus.Aborted, "E", "C")));
        Assert.That(run.Commands.OfType<CancelTimerCommand>().Count(), Is.EqualTo(2));
        Assert.That(run.History[^1].PreviousEventId, Is.Zero);
    }

    [TestCase("reserve", TaskResourceKind.Function, TaskPattern.RequestResponse, "reserve", "", "")]
    [TestCase("arn:aws:lambda:us-east-1:1:function:f:live", TaskResourceKind.Function, TaskPattern.RequestResponse, "f", "", "")]
    [TestCase("arn:aws:states:us-east-1:1:activity:a", TaskResourceKind.Activity, TaskPattern.RequestResponse, "a", "", "")]
    [TestCase("arn:aws:states:::aws-sdk:s3:listBuckets", TaskResourceKind.Service, TaskPattern.RequestResponse, "listBuckets", "aws-sdk:s3", "listBuckets")]
    [TestCase("arn:aws:states:::states:startExecution.sync:2", TaskResourceKind.Service, TaskPattern.Sync, "startExecution", "states", "startExecution.sync:2")]
    [TestCase("arn:aws:states:::sqs:sendMessage.waitForTaskToken", TaskResourceKind.Service, TaskPattern.WaitForTaskToken, "sendMessage", "sqs", "sendMessage.waitForTaskToken")]
    public void Parse_Resource_FindsItsParts(string text, TaskResourceKind kind, TaskPattern pattern, string name, string type, string action)
    {
        TaskResource resource = TaskResource.Parse(text);

        Assert.That(
            (resource.Kind, resource.Pattern, resource.Name, resource.ResourceType, resource.Action),
            Is.EqualTo((kind, pattern, name, type, action)));
    }
}
