using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TaskTokenTests
{
    private const string Resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private string _token = string.Empty;

    [Test]
    public async Task SendTaskSuccess_WaitingTask_EndsItWithTheOutput(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();
        Execution execution = await bridge.RunAsync(Definitions.Callback);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        await bridge.Engine.SendTaskSuccessAsync(_token, JsonValue.Parse("42"), cancellationToken);

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("42"));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Is.SupersetOf(new[] { HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded }));
    }

    [Test]
    public async Task SendTaskFailure_WaitingTask_FailsIt(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();
        Execution execution = await bridge.RunAsync(Definitions.Callback);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        await bridge.Engine.SendTaskFailureAsync(_token, "Refused", "no", cancellationToken);

        ExecutionResult result = await execution.WaitAsync(cancellationToken);
        Assert.That((result.Error, result.Cause), Is.EqualTo(("Refused", "no")));
    }

    [Test]
    public async Task SendTaskHeartbeat_BeforeTheTimeOut_KeepsTheTaskAlive(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();
        Execution execution = await bridge.RunAsync(Definitions.Callback);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        for (int i = 0; i < 3; i++)
        {
            bridge.Time.Advance(TimeSpan.FromSeconds(9));
            await bridge.Engine.SendTaskHeartbeatAsync(_token, cancellationToken);
        }

        await bridge.Engine.SendTaskSuccessAsync(_token, JsonValue.Null, cancellationToken);
        Assert.That((await execution.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task Heartbeat_Missed_TimesTheTaskOut(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();
        Execution execution = await bridge.RunAsync(Definitions.Callback);

        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        Assert.That(result.StopDate - execution.StartDate, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(result.Status, Is.EqualTo(ExecutionStatus.Failed));
    }

    [Test]
    public async Task SendTaskSuccess_TaskHasEnded_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();
        Execution execution = await bridge.RunAsync(Definitions.Callback);
        await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        await Assert.ThatAsync(
            () => bridge.Engine.SendTaskSuccessAsync(_token, JsonValue.Null, cancellationToken),
            Throws.TypeOf<TaskTimedOutException>().With.Property("ErrorCode").EqualTo("TaskTimedOut"));
    }

    [Test]
    public async Task SendTaskSuccess_NoToken_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await StartBridgeAsync();

        await Assert.ThatAsync(
            () => bridge.Engine.SendTaskSuccessAsync("no token", JsonValue.Null, cancellationToken),
            Throws.TypeOf<InvalidTokenException>().With.Message.EqualTo("Invalid Token: 'Invalid token'"));
    }

    [Test]
    public async Task SubmitAsync_HandlerOfSyncResourceGoesOn_IsSubmittedThenSucceeds(CancellationToken cancellationToken)
    {
        var job = new TaskCompletionSource<JsonValue>();
        await using TestBridge bridge = await new TestBridge()
            .Handler("arn:aws:states:::batch:submitJob.sync", async (context, _) =>
            {
                await context.SubmitAsync(JsonValue.Parse("""{"JobId":"1"}"""));
                return await job.Task;
            })
            .StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("arn:aws:states:::batch:submitJob.sync"));

        job.SetResult(JsonValue.Parse("\"done\""));

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("\"done\""));
        Assert.That(
            (await bridge.ReadHistoryTypesAsync(execution)).Where(type => type is HistoryEventType.TaskSubmitted or HistoryEventType.TaskSucceeded),
            Is.EqualTo(new[] { HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded }));
    }

    private Task<TestBridge> StartBridgeAsync() => new TestBridge()
        .Handler(Resource, (context, _) =>
        {
            _token = context.TaskToken!;
            return ValueTask.FromResult(JsonValue.Parse("""{"MessageId":"1"}"""));
        })
        .StartAsync();
}
