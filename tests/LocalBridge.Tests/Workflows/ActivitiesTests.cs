using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class ActivitiesTests
{
    private const string Arn = "arn:aws:states:us-east-1:111111111111:activity:work";

    [Test]
    public async Task GetActivityTask_WaitingTask_IsHandedOutAndAnswered(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.Engine.CreateActivityAsync("work", cancellationToken);
        Execution execution = await bridge.RunAsync(Definitions.Task(Arn), "7");

        ActivityTask? task = await bridge.Engine.GetActivityTaskAsync(Arn, "worker", cancellationToken);
        await bridge.Engine.SendTaskSuccessAsync(task!.TaskToken, JsonValue.Parse("8"), cancellationToken);

        Assert.That(task.Input.ToJson(), Is.EqualTo("7"));
        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("8"));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Is.SupersetOf(new[]
        {
            HistoryEventType.ActivityScheduled, HistoryEventType.ActivityStarted, HistoryEventType.ActivitySucceeded,
        }));
    }

    [Test]
    public async Task GetActivityTask_WorkerIsFirst_WaitsForTheTask(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.Engine.CreateActivityAsync("work", cancellationToken);

        Task<ActivityTask?> poll = bridge.Engine.GetActivityTaskAsync(Arn, null, cancellationToken);
        await bridge.RunAsync(Definitions.Task(Arn), "7");

        Assert.That((await poll)?.Input.ToJson(), Is.EqualTo("7"));
    }

    [Test]
    public async Task GetActivityTask_NoTask_AnswersNothingAfterAMinute(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.Engine.CreateActivityAsync("work", cancellationToken);

        Task<ActivityTask?> poll = bridge.Engine.GetActivityTaskAsync(Arn, null, cancellationToken);
        bridge.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.That(await poll, Is.Null);
    }

    [Test]
    public async Task GetActivityTask_TaskTimedOutBefore_IsNotHandedOut(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.Engine.CreateActivityAsync("work", cancellationToken);
        Execution execution = await bridge.RunAsync(Definitions.Task(Arn, "\"TimeoutSeconds\":5,"));
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        Task<ActivityTask?> poll = bridge.Engine.GetActivityTaskAsync(Arn, null, cancellationToken);
        bridge.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.That(result.Error, Is.EqualTo("States.Timeout"));
        Assert.That(await poll, Is.Null);
    }

    [Test]
    public async Task GetActivityTask_UnknownActivity_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        await Assert.ThatAsync(
            () => bridge.Engine.GetActivityTaskAsync(Arn, null, cancellationToken),
            Throws.TypeOf<ActivityDoesNotExistException>().With.Message.EqualTo($"Activity Does Not Exist: '{Arn}'"));
    }

    [Test]
    public async Task Task_UnknownActivity_FailsAndNamesIt(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task(Arn));

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Cause, Does.Contain($"The activity {Arn} does not exist."));
    }
}
