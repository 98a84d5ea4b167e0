using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class LifecycleTests
{
    [Test]
    public async Task WaitUntilIdle_TaskRuns_WaitsForItAndWhatFollows(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        await using TestBridge bridge = await new TestBridge().Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task)).StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Sequence("slow", 3));

        Task idle = bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        bool wasIdle = idle.IsCompleted;
        release.SetResult(JsonValue.Parse("7"));
        await idle;

        Assert.That(wasIdle, Is.False);
        Assert.That(execution.WaitAsync(cancellationToken).IsCompleted, Is.True);
    }

    [Test]
    public async Task WaitUntilIdle_OnlyTimersAndTokensWait_IsIdle(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Handler("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (_, _) => ValueTask.FromResult(JsonValue.Null))
            .StartAsync();
        await bridge.CreateAsync("wait", Definitions.Wait30Days);
        await bridge.CreateAsync("callback", Definitions.Callback);
        await bridge.Engine.StartAsync("wait", default, null, cancellationToken);
        await bridge.Engine.StartAsync("callback", default, null, cancellationToken);

        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        Assert.That(bridge.Engine.NextTimerDueTime, Is.EqualTo(bridge.Time.GetUtcNow() + TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task WaitUntilIdle_AfterEachAdvance_SeesEverythingThatItCaused([Range(1, 20)] int seed, CancellationToken cancellationToken)
    {
        int calls = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("work", async (input, _) =>
            {
                await Task.Yield();
                Interlocked.Increment(ref calls);
                return input;
            })
            .StartAsync();
        await bridge.CreateAsync("machine", """
            {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"T"},
            "T":{"Type":"Task","Resource":"work","Next":"W","Catch":[{"ErrorEquals":["Stop"],"Next":"E"}]},"E":{"Type":"Succeed"}}}
            """);
        for (int i = 0; i < seed; i++)
        {
            await bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        }

        for (int second = 1; second <= 10; second++)
        {
            await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
            bridge.Time.Advance(TimeSpan.FromSeconds(1));
            await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
            Assert.That(calls, Is.EqualTo(second * seed));
        }
    }

    [Test]
    public async Task Dispose_TaskRuns_LetsItFinishWithinTheLimit(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        var bridge = new TestBridge();
        bridge.Options.DrainTimeout = TimeSpan.FromMinutes(1);
        await bridge.Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task)).StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("slow"));

        Task dispose = bridge.DisposeAsync().AsTask();
        bool wasDisposed = dispose.IsCompleted;
        release.SetResult(JsonValue.Parse("7"));
        await dispose.WaitAsync(cancellationToken);

        Assert.That(wasDisposed, Is.False);
        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("7"));
    }

    [Test]
    public async Task Dispose_TaskNeverReturns_CancelsItAndTellsTheHandles(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource();
        TestBridge bridge = await new TestBridge()
            .Function("stuck", async (input, token) =>
            {
                token.Register(() => cancelled.TrySetResult());
                await new TaskCompletionSource().Task;
                return input;
            })
            .StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("stuck"));

        await bridge.DisposeAsync();
        await bridge.DisposeAsync();

        await cancelled.Task.WaitAsync(cancellationToken);
        await Assert.ThatAsync(() => execution.WaitAsync(cancellationToken), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Start_OpenExecutionsInStorage_GoOnWithTasksTimersAndTokens(CancellationToken cancellationToken)
    {
        const string Resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
        var storage = new InMemoryStorage();
        List<string> attempts = [];
        string token = string.Empty;
        TestBridge first = await new TestBridge { Storage = storage }
            .Handler("arn:aws:states:::test:stuck", async (context, _) =>
            {
                attempts.Add(context.AttemptId);
                await new TaskCompletionSource().Task;
                return default;
            })
            .Handler(Resource, (context, _) =>
            {
                token = context.TaskToken!;
                return ValueTask.FromResult(JsonValue.Null);
            })
            .StartAsync();
        await first.CreateAsync("task", Definitions.Task("arn:aws:states:::test:stuck"));
        await first.CreateAsync("wait", Definitions.Wait30Days);
        await first.CreateAsync("callback", Definitions.Callback);
        Execution task = await first.Engine.StartAsync("task", JsonValue.Parse("7"), null, cancellationToken);
        Execution wait = await first.Engine.StartAsync("wait", default, null, cancellationToken);
        Execution callback = await first.Engine.StartAsync("callback", default, null, cancellationToken);
        while (attempts.Count == 0 || token.Length == 0)
        {
            await Task.Yield();
        }

        await first.DisposeAsync();
        int submissions = 0;
        await using TestBridge second = await new TestBridge { Storage = storage }
            .Handler("arn:aws:states:::test:stuck", (context, _) =>
            {
                attempts.Add(context.AttemptId);
                return ValueTask.FromResult(context.Input);
            })
            .Handler(Resource, (_, _) =>
            {
                submissions++;
                return default;
            })
            .StartAsync();
        JsonValue taskResult = await (await second.Engine.GetExecutionAsync(task.ExecutionArn, cancellationToken)).GetResultAsync(cancellationToken);
        await second.Engine.SendTaskSuccessAsync(token, JsonValue.Parse("8"), cancellationToken);
        Execution callbackAgain = await second.Engine.GetExecutionAsync(callback.ExecutionArn, cancellationToken);
        Execution waitAgain = await second.Engine.GetExecutionAsync(wait.ExecutionArn, cancellationToken);

        Assert.That(taskResult.ToJson(), Is.EqualTo("7"));
        Assert.That((await callbackAgain.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("8"));
        Assert.That(submissions, Is.Zero);
        Assert.That((await second.AdvanceUntilAsync(waitAgain.WaitAsync(cancellationToken))).Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That(attempts, Has.Count.EqualTo(2));
        Assert.That(attempts.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Finished_Executions_LeaveNothingBehind(CancellationToken cancellationToken)
    {
        var bridge = new TestBridge { Storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 10 }) };
        await using TestBridge _ = await bridge.Function("echo", input => input).StartAsync();
        await bridge.CreateAsync("machine", Definitions.Sequence("echo", 5));
        WeakReference first = await RunOnceAsync(bridge);

        for (int i = 0; i < 100; i++)
        {
            Execution execution = await bridge.Engine.StartAsync("machine", default, null, cancellationToken);
            await execution.WaitAsync(cancellationToken);
        }

        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        ExecutionPage page = await bridge.Engine.ListExecutionsAsync("machine", null, cancellationToken);

        Assert.That(first.IsAlive, Is.False);
        Assert.That(page.Executions, Has.Length.EqualTo(10));
    }

    private static async Task<WeakReference> RunOnceAsync(TestBridge bridge)
    {
        Execution execution = await bridge.Engine.StartAsync("machine", default);
        await execution.WaitAsync();
        return new WeakReference(execution.Completion);
    }
}
