using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class WorkflowEngineTests
{
    private static JsonValue Increment(JsonValue input)
    {
        input["x"].TryGetInt64(out long x);
        return JsonValue.Parse($$"""{"x":{{x + 1}}}""");
    }

    [Test]
    public async Task Start_FiveTasks_RunsThemInOrder(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("inc", Increment).StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Sequence("inc", 5), """{"x":0}""");
        JsonValue result = await execution.GetResultAsync(cancellationToken);

        Assert.That(result.ToJson(), Is.EqualTo("""{"x":5}"""));
        Assert.That(execution.ExecutionArn, Does.StartWith("arn:aws:states:us-east-1:111111111111:execution:machine:"));
    }

    [Test]
    public async Task Start_AsynchronousTask_ComesBackAsStimulus(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        await using TestBridge bridge = await new TestBridge().Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task)).StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("slow"));
        Task<JsonValue> result = execution.GetResultAsync(cancellationToken);
        bool wasDone = result.IsCompleted;
        release.SetResult("done");

        Assert.That(wasDone, Is.False);
        Assert.That((await result).ToJson(), Is.EqualTo("\"done\""));
    }

    [Test]
    public async Task Start_TaskFailsTwice_RetriesWithBackOffOnVirtualTime()
    {
        int calls = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("flaky", input => ++calls < 3 ? throw new FunctionException("Busy", "later") : input)
            .StartAsync();
        DateTimeOffset start = bridge.Time.GetUtcNow();

        Execution execution = await bridge.RunAsync(Definitions.Task(
            "flaky", """ "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":10,"BackoffRate":2,"MaxAttempts":3}],"""));
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync());

        Assert.That(result.Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That(calls, Is.EqualTo(3));
        Assert.That(result.StopDate - start, Is.EqualTo(TimeSpan.FromSeconds(10 + 20)));
    }

    [Test]
    public async Task Start_WaitOf30Days_PassesInNoTime()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Wait30Days);
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync());

        Assert.That(result.StopDate - execution.StartDate, Is.EqualTo(TimeSpan.FromDays(30)));
    }

    [Test]
    public async Task Start_WaitUntilThePast_GoesOnAtOnce(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(
            """{"StartAt":"A","States":{"A":{"Type":"Wait","Timestamp":"2020-01-01T00:00:00Z","End":true}}}""");

        Assert.That((await execution.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task Start_CaughtError_GoesOnWithTheCatcher(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Function("fail", (JsonValue _) => throw new FunctionException("OutOfStock", "item 7"))
            .StartAsync();

        Execution execution = await bridge.RunAsync("""
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"fail","End":true,
            "Catch":[{"ErrorEquals":["OutOfStock"],"ResultPath":"$.error","Next":"B"}]},"B":{"Type":"Pass","End":true}}}
            """);

        Assert.That(
            (await execution.GetResultAsync(cancellationToken)).ToJson(),
            Is.EqualTo("""{"error":{"Error":"OutOfStock","Cause":"item 7"}}"""));
    }

    [Test]
    public async Task Start_ParallelBranches_JoinsTheirResults(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("inc", Increment).StartAsync();

        Execution execution = await bridge.RunAsync(
            $$$$"""{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{{{{Definitions.Task("inc")}}}},{{{{Definitions.Sequence("inc", 2)}}}}],"End":true}}}""",
            """{"x":0}""");

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("""[{"x":1},{"x":2}]"""));
    }

    [Test]
    public async Task GetResult_FailedExecution_ThrowsWithErrorAndCause(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("fail", (JsonValue _) => throw new FunctionException("Bad", "why")).StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("fail"));
        ExecutionFailedException? exception = await Assert.ThrowsAsync<ExecutionFailedException>(() => execution.GetResultAsync(cancellationToken));

        Assert.That(exception?.Status, Is.EqualTo(ExecutionStatus.Failed));
        Assert.That(exception?.Error, Is.EqualTo("Bad"));
        Assert.That(exception?.Cause, Is.EqualTo("why"));
        Assert.That(exception?.ExecutionArn, Is.EqualTo(execution.ExecutionArn));
    }

    [Test]
    public async Task Start_HandlerThrows_FailsItsExecutionOnly(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Function("throws", (JsonValue _) => throw new InvalidOperationException("broken"))
            .Function("inc", Increment)
            .StartAsync();
        await bridge.CreateAsync("bad", Definitions.Task("throws"));
        await bridge.CreateAsync("good", Definitions.Sequence("inc", 3));

        Execution bad = await bridge.Engine.StartAsync("bad", default, null, cancellationToken);
        Execution good = await bridge.Engine.StartAsync("good", JsonValue.Parse("""{"x":0}"""), null, cancellationToken);
        ExecutionResult badResult = await bad.WaitAsync(cancellationToken);

        Assert.That(badResult.Error, Is.EqualTo("InvalidOperationException"));
        Assert.That(JsonValue.Parse(badResult.Cause!)["errorMessage"].GetString(), Is.EqualTo("broken"));
        Assert.That((await good.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("""{"x":3}"""));
    }

    [Test]
    public async Task Start_HandlerNeverReturns_TimesOutAndDisturbsNobody(CancellationToken cancellationToken)
    {
        using var blocked = new ManualResetEventSlim();
        var cancelled = new TaskCompletionSource();
        await using TestBridge bridge = await new TestBridge()
            .Function("blocks", (_, token) =>
            {
                token.Register(() => cancelled.TrySetResult());
                blocked.Wait(CancellationToken.None); // holds its thread and ignores its token
                return ValueTask.FromResult(JsonValue.Null);
            })
            .Function("inc", Increment)
            .StartAsync();
        await bridge.CreateAsync("bad", Definitions.Task("blocks", "\"TimeoutSeconds\":5,"));
        await bridge.CreateAsync("good", Definitions.Sequence("inc", 5));

        Execution bad = await bridge.Engine.StartAsync("bad", default, null, cancellationToken);
        List<Execution> others = [];
        for (int i = 0; i < 50; i++)
        {
            others.Add(await bridge.Engine.StartAsync("good", JsonValue.Parse("""{"x":0}"""), null, cancellationToken));
        }

        JsonValue[] results = await Task.WhenAll(others.Select(other => other.GetResultAsync(cancellationToken)));
        bridge.Time.Advance(TimeSpan.FromSeconds(5));
        ExecutionResult badResult = await bad.WaitAsync(cancellationToken);
        await cancelled.Task.WaitAsync(cancellationToken);
        blocked.Set();

        Assert.That(results.Select(result => result.ToJson()), Is.All.EqualTo("""{"x":5}"""));
        Assert.That(badResult.Error, Is.EqualTo("States.Timeout"));
    }

    [Test]
    public async Task Start_EndlessExecution_DoesNotKeepTheShardFromOthers(CancellationToken cancellationToken)
    {
        var bridge = new TestBridge();
        bridge.Options.ShardCount = 1;
        bridge.Options.Limits = new InterpreterLimits { MaximumHistoryEvents = int.MaxValue, MaximumTransitionsPerStep = 10 };
        bridge.Storage = new LocalBridge.Storage.InMemoryStorage();
        await using TestBridge _ = await bridge.StartAsync();
        await bridge.CreateAsync("endless", Definitions.Endless);
        await bridge.CreateAsync("pass", Definitions.Pass);

        Execution endless = await bridge.Engine.StartAsync("endless", default, null, cancellationToken);
        Execution other = await bridge.Engine.StartAsync("pass", default, null, cancellationToken);
        ExecutionResult result = await other.WaitAsync(cancellationToken);
        await bridge.Engine.StopAsync(endless.ExecutionArn, "Enough", null, cancellationToken);

        Assert.That(result.Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That((await endless.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Aborted));
    }

    [Test]
    public async Task Start_EndlessExecution_FailsAtTheHistoryLimit(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Endless);

        Assert.That((await execution.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Failed));
    }

    [Test]
    public async Task Start_TenThousandAtOnce_AllEnd(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("inc", Increment).StartAsync();
        await bridge.CreateAsync("machine", Definitions.Sequence("inc", 5));
        JsonValue input = JsonValue.Parse("""{"x":0}""");

        Task<Execution>[] starts = [.. Enumerable.Range(0, 10_000).Select(_ => bridge.Engine.StartAsync("machine", input, null, cancellationToken))];
        Execution[] executions = await Task.WhenAll(starts);
        JsonValue[] results = await Task.WhenAll(executions.Select(execution => execution.GetResultAsync(cancellationToken)));

        Assert.That(results.Count(result => result.ToJson() == """{"x":5}"""), Is.EqualTo(10_000));
        Assert.That(executions.Select(execution => execution.ExecutionArn).Distinct().Count(), Is.EqualTo(10_000));
    }

    [Test]
    public async Task Start_FromManyThreads_EveryHistoryIsWellFormed(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Function("yield", async (input, _) =>
            {
                await Task.Yield();
                return input;
            })
            .StartAsync();
        await bridge.CreateAsync("machine", Definitions.Map("yield"));
        JsonValue input = JsonValue.Parse("""{"items":[1,2,3,4,5,6,7,8,9,10]}""");

        Execution[][] executions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                List<Execution> own = [];
                for (int i = 0; i < 50; i++)
                {
                    own.Add(await bridge.Engine.StartAsync("machine", input, null, cancellationToken));
                }

                await Task.WhenAll(own.Select(execution => execution.GetResultAsync(cancellationToken)));
                return own.ToArray();
            },
            cancellationToken)));

        foreach (Execution execution in executions.SelectMany(own => own))
        {
            HistoryPage page = await bridge.Engine.GetHistoryAsync(
                execution.ExecutionArn, new GetHistoryOptions { MaxResults = 1000 }, cancellationToken);
            Assert.That(page.Events.Select(historyEvent => historyEvent.Id), Is.EqualTo(Enumerable.Range(1, page.Events.Length)));
            Assert.That(page.Events[^1].Type, Is.EqualTo(HistoryEventType.ExecutionSucceeded));
        }
    }

    [Test]
    public async Task Start_MoreTasksThanAllowedAtOnce_RunsThemInTurn(CancellationToken cancellationToken)
    {
        int running = 0;
        int most = 0;
        var bridge = new TestBridge();
        bridge.Options.MaximumConcurrentTasks = 3;
        bridge.Function("counted", async (input, _) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return input;
        });
        await using TestBridge _ = await bridge.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Map("counted"), $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 200))}}]}""");
        JsonValue result = await execution.GetResultAsync(cancellationToken);

        Assert.That(result.Count, Is.EqualTo(200));
        Assert.That(most, Is.InRange(1, 3));
    }

    [Test]
    public async Task Start_UnknownStateMachine_ThrowsAndOthersGoOn(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("missing", default, null, cancellationToken),
            Throws.TypeOf<StateMachineDoesNotExistException>().With.Message.EqualTo(
                "State Machine Does Not Exist: 'arn:aws:states:us-east-1:111111111111:stateMachine:missing'"));
        Execution execution = await bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("{}"));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (seen < value)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            seen = before == seen ? value : before;
        }
    }
}
