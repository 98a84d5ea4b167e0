using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Tests.Workflows;

/// <summary>Proves that nothing leaves the process before its batch is committed, and what happens when a commit fails.</summary>
[CancelAfter(20_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CommitProtocolTests
{
    private static readonly IOException DiskFull = new("disk full");

    private readonly InMemoryStorage _memory = new();

    [Test]
    public async Task Start_CommitIsHeldUp_NothingIsAnsweredOrDispatched(CancellationToken cancellationToken)
    {
        var gate = new TaskCompletionSource();
        int calls = 0;
        var storage = new RecordingStorage(_memory);
        await using TestBridge bridge = await new TestBridge { Storage = storage }
            .Function("work", input =>
            {
                calls++;
                return input;
            })
            .StartAsync();
        await bridge.CreateAsync("machine", Definitions.Task("work"));
        storage.BeforeCommit = _ => new ValueTask(gate.Task);

        Task<Execution> start = bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        await Task.Yield();
        bool wasAnswered = start.IsCompleted;
        int callsBefore = calls;
        gate.SetResult();
        Execution execution = await start;
        await execution.GetResultAsync(cancellationToken);

        Assert.That(wasAnswered, Is.False);
        Assert.That(callsBefore, Is.Zero);
        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Task_WhenItRuns_ItsScheduleIsCommitted(CancellationToken cancellationToken)
    {
        var committed = new HashSet<long>();
        var violations = new List<string>();
        var storage = new RecordingStorage(_memory)
        {
            AfterCommit = batch =>
            {
                foreach (ExecutionCheckpoint checkpoint in batch.Operations.OfType<ExecutionCheckpoint>())
                {
                    committed.UnionWith(checkpoint.PutParts.Where(part => part.Key.Kind == ExecutionParts.Task).Select(part => part.Key.Id));
                }
            },
        };
        var bridge = new TestBridge { Storage = storage };
        bridge.Options.ShardCount = 1;
        bridge.Handler("arn:aws:states:::test:work", (context, _) =>
        {
            long attempt = long.Parse(context.AttemptId.Split('#')[1], System.Globalization.CultureInfo.InvariantCulture);
            if (!committed.Contains(attempt))
            {
                violations.Add(context.AttemptId);
            }

            return ValueTask.FromResult(context.Input);
        });
        await using TestBridge _ = await bridge.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Sequence("arn:aws:states:::test:work", 10));
        await execution.GetResultAsync(cancellationToken);

        Assert.That(violations, Is.Empty);
        Assert.That(committed, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Result_WhenItIsTold_TheEndIsInStorage(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge { Storage = new RecordingStorage(_memory) }.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Pass);
        await execution.WaitAsync(cancellationToken);
        StoredExecution? record = await _memory.ReadExecutionAsync(execution.ExecutionArn, cancellationToken);

        Assert.That(record?.Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task Start_CommitFails_IsRefusedAndLeavesNothing([Values] bool takesEffect, CancellationToken cancellationToken)
    {
        var storage = new RecordingStorage(_memory);
        await using TestBridge bridge = await new TestBridge { Storage = storage }.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        var options = new StartExecutionOptions { Name = "once" };

        storage.BeforeCommit = takesEffect ? null : _ => throw DiskFull;
        storage.AfterCommit = takesEffect ? _ => throw DiskFull : null;
        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, options, cancellationToken),
            Throws.TypeOf<StorageUnavailableException>().With.InnerException.SameAs(DiskFull).And.Message.Contains("disk full"));
        storage.BeforeCommit = null;
        storage.AfterCommit = null;
        await bridge.RecoverAsync();
        Execution other = await bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        await other.WaitAsync(cancellationToken);
        ExecutionPage page = await bridge.Engine.ListExecutionsAsync("machine", null, cancellationToken);

        Assert.That(page.Executions.Select(execution => execution.ExecutionArn), Is.EqualTo(new[] { other.ExecutionArn }));
    }

    [Test]
    public async Task Start_RefusedBefore_CanBeStartedUnderTheSameName([Values] bool takesEffect, CancellationToken cancellationToken)
    {
        var storage = new RecordingStorage(_memory);
        await using TestBridge bridge = await new TestBridge { Storage = storage }.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Wait30Days);
        var options = new StartExecutionOptions { Name = "once" };
        storage.BeforeCommit = takesEffect ? null : _ => throw DiskFull;
        storage.AfterCommit = takesEffect ? _ => throw DiskFull : null;
        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, options, cancellationToken), Throws.TypeOf<StorageUnavailableException>());
        storage.BeforeCommit = null;
        storage.AfterCommit = null;
        await bridge.RecoverAsync();
        Execution execution = await bridge.Engine.StartAsync("machine", default, options, cancellationToken);

        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        Assert.That(result.Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task Answer_CommitFailsThreeTimes_IsCommittedAgainUntilItSucceeds([Values] bool takesEffect, CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        var storage = new RecordingStorage(_memory);
        await using TestBridge bridge = await new TestBridge { Storage = storage }
            .Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task))
            .StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Sequence("slow", 2));
        int failures = 0;
        void Fail(StorageBatch batch)
        {
            if (++failures <= 3)
            {
                throw DiskFull;
            }
        }

        storage.BeforeCommit = takesEffect ? null : batch =>
        {
            Fail(batch);
            return ValueTask.CompletedTask;
        };
        storage.AfterCommit = takesEffect ? Fail : null;
        release.SetResult(JsonValue.Parse("7"));
        Task<ExecutionResult> end = execution.WaitAsync(cancellationToken);
        while (!end.IsCompleted)
        {
            bridge.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        HistoryPage page = await bridge.Engine.GetHistoryAsync(execution.ExecutionArn, null, cancellationToken);
        Assert.That((await end).Output.ToJson(), Is.EqualTo("7"));
        Assert.That(failures, Is.GreaterThan(0));
        Assert.That(page.Events.Select(historyEvent => historyEvent.Id), Is.EqualTo(Enumerable.Range(1, page.Events.Length)));
    }

    [Test]
    public async Task Start_StorageFailsForWhatIsInFlight_IsRefusedAtOnceUntilItRecovers(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        var failed = new TaskCompletionSource();
        var storage = new RecordingStorage(_memory);
        var bridge = new TestBridge { Storage = storage };
        bridge.Options.ShardCount = 1;
        await using TestBridge _ = await bridge.Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task)).StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("slow"));
        await bridge.CreateAsync("pass", Definitions.Pass);
        storage.BeforeCommit = _ =>
        {
            failed.TrySetResult();
            throw DiskFull;
        };
        release.SetResult(JsonValue.Parse("7"));
        await failed.Task.WaitAsync(cancellationToken);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("pass", default, null, cancellationToken), Throws.TypeOf<StorageUnavailableException>());
        storage.BeforeCommit = null;
        Task<ExecutionResult> end = execution.WaitAsync(cancellationToken);
        while (!end.IsCompleted)
        {
            bridge.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Execution next = await bridge.Engine.StartAsync("pass", default, null, cancellationToken);
        Assert.That((await end).Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That((await next.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task Answer_ChangedBySomebodyElse_GivesTheExecutionUp(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        var storage = new RecordingStorage(_memory);
        await using TestBridge bridge = await new TestBridge { Storage = storage }
            .Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task))
            .StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("slow"));
        storage.BeforeCommit = batch =>
        {
            ExecutionCheckpoint checkpoint = batch.Operations.OfType<ExecutionCheckpoint>().Single();
            throw new StorageConflictException(checkpoint.ExecutionArn, checkpoint.ExpectedVersion, checkpoint.ExpectedVersion + 5);
        };

        release.SetResult(JsonValue.Parse("7"));

        await Assert.ThatAsync(() => execution.WaitAsync(cancellationToken), Throws.TypeOf<StorageConflictException>());
        Assert.That(bridge.Logs.GetSnapshot().Select(log => log.Message), Has.Some.Contains("given up in this process"));
    }

    [Test]
    public async Task Start_ManyAtOnce_ShareCommits(CancellationToken cancellationToken)
    {
        var first = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var storage = new RecordingStorage(_memory);
        var bridge = new TestBridge { Storage = storage };
        bridge.Options.ShardCount = 1;
        await using TestBridge _ = await bridge.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        int before = storage.Commits;
        storage.BeforeCommit = async _ =>
        {
            first.TrySetResult();
            await gate.Task;
        };

        List<Task<Execution>> starts = [bridge.Engine.StartAsync("machine", default, null, cancellationToken)];
        await first.Task.WaitAsync(cancellationToken);
        for (int i = 0; i < 100; i++)
        {
            starts.Add(bridge.Engine.StartAsync("machine", default, null, cancellationToken));
        }

        gate.SetResult();
        Execution[] executions = await Task.WhenAll(starts);
        await Task.WhenAll(executions.Select(execution => execution.WaitAsync(cancellationToken)));

        Assert.That(storage.Commits - before, Is.EqualTo(2));
    }
}
