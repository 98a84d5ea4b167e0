using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Workflows;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Tests.Storage;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InMemoryStorageTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Test]
    public async Task Commit_StaleVersion_IsAConflictAndNothingOfTheBatchTakesEffect()
    {
        var storage = new InMemoryStorage();
        await CommitAsync(storage, Checkpoint("a", 0));

        await Assert.ThatAsync(
            () => CommitAsync(storage, Checkpoint("b", 0), Checkpoint("a", 0)),
            Throws.TypeOf<StorageConflictException>().With.Property("Key").EqualTo("a").And.Property("StoredVersion").EqualTo(1L));
        Assert.That(await storage.ReadExecutionAsync("b", default), Is.Null);
    }

    [Test]
    public async Task Commit_NextVersion_Replaces()
    {
        var storage = new InMemoryStorage();
        await CommitAsync(storage, Checkpoint("a", 0));

        await CommitAsync(storage, Checkpoint("a", 1, ExecutionStatus.Succeeded));

        Assert.That((await storage.ReadExecutionAsync("a", default))?.Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }

    [Test]
    public async Task ReadOpenExecutions_OpenAndClosed_ReadsTheOpenOldestFirstWithWhatTheyWaitFor()
    {
        var storage = new InMemoryStorage();
        ExecutionCheckpoint waiting = Checkpoint("a", 0);
        StepOutput output = Step(waiting.State);
        waiting.StartedTimerList.AddRange(output.Commands.OfType<StartTimerCommand>());
        await CommitAsync(storage, waiting);
        await CommitAsync(storage, Checkpoint("b", 0, ExecutionStatus.Failed));
        await CommitAsync(storage, Checkpoint("c", 0));

        List<OpenExecution> open = await storage.ReadOpenExecutionsAsync(default).ToListAsync();

        Assert.That(open.Select(execution => execution.Execution.ExecutionArn), Is.EqualTo((string[])["a", "c"]));
        Assert.That(open[0].Timers, Has.Length.EqualTo(1));
        Assert.That(open[0].Version, Is.EqualTo(1));
    }

    [Test]
    public async Task ReadOpenExecutions_TimerEnded_IsGone()
    {
        var storage = new InMemoryStorage();
        ExecutionCheckpoint checkpoint = Checkpoint("a", 0);
        StartTimerCommand timer = Step(checkpoint.State).Commands.OfType<StartTimerCommand>().Single();
        checkpoint.StartedTimerList.Add(timer);
        await CommitAsync(storage, checkpoint);
        checkpoint.OnCommitted();
        checkpoint.EndedTimerList.Add(timer.TimerId);

        await CommitAsync(storage, checkpoint);

        List<OpenExecution> open = await storage.ReadOpenExecutionsAsync(default).ToListAsync();
        Assert.That(open.Single().Timers, Is.Empty);
    }

    [Test]
    public async Task ReadHistory_Range_IsReadInBothOrders()
    {
        var storage = new InMemoryStorage();
        ExecutionCheckpoint checkpoint = Checkpoint("a", 0);
        for (int id = 1; id <= 10; id++)
        {
            checkpoint.EventList.Add(new HistoryEvent(id, id - 1, HistoryEventType.PassStateEntered, Now, null));
        }

        await CommitAsync(storage, checkpoint);

        Assert.That((await storage.ReadHistoryAsync("a", 4, 3, false, default)).Select(item => item.Id), Is.EqualTo((int[])[4, 5, 6]));
        Assert.That((await storage.ReadHistoryAsync("a", 9, 5, false, default)).Select(item => item.Id), Is.EqualTo((int[])[9, 10]));
        Assert.That((await storage.ReadHistoryAsync("a", long.MaxValue, 2, true, default)).Select(item => item.Id), Is.EqualTo((int[])[10, 9]));
        Assert.That((await storage.ReadHistoryAsync("a", 2, 5, true, default)).Select(item => item.Id), Is.EqualTo((int[])[2, 1]));
        Assert.That(await storage.ReadHistoryAsync("a", 11, 5, false, default), Is.Empty);
        Assert.That(await storage.ReadHistoryAsync("b", 1, 5, false, default), Is.Empty);
    }

    [Test]
    public async Task Commit_MoreClosedThanKept_EvictsTheOnesThatClosedFirst()
    {
        var storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 2 });
        await CommitAsync(storage, Checkpoint("open", 0));

        foreach (string arn in (string[])["a", "b", "c"])
        {
            await CommitAsync(storage, Checkpoint(arn, 0, ExecutionStatus.Succeeded));
        }

        ExecutionRecordPage page = await storage.ReadExecutionsAsync(new ExecutionQuery("machine", null, 10, null), default);
        Assert.That(page.Executions.Select(execution => execution.ExecutionArn), Is.EqualTo((string[])["c", "b", "open"]));
    }

    [Test]
    public async Task Commit_ClosedTooLongAgo_Evicts()
    {
        var storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutionAge = TimeSpan.FromHours(1) }, _time);
        await CommitAsync(storage, Checkpoint("old", 0, ExecutionStatus.Succeeded));
        _time.Advance(TimeSpan.FromHours(2));

        await CommitAsync(storage, Checkpoint("new", 0));

        Assert.That(await storage.ReadExecutionAsync("old", default), Is.Null);
        Assert.That(await storage.ReadExecutionAsync("new", default), Is.Not.Null);
    }

    [Test]
    public async Task Discard_RefusedStart_MakesRoomForTheNextInTheSameBatch()
    {
        var storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 1 });
        await CommitAsync(storage, Checkpoint("a", 0, ExecutionStatus.Succeeded));

        await CommitAsync(storage, new ExecutionDiscard("a", Now), Checkpoint("a", 0));
        await CommitAsync(storage, Checkpoint("b", 0, ExecutionStatus.Succeeded), Checkpoint("c", 0, ExecutionStatus.Succeeded));

        Assert.That((await storage.ReadExecutionAsync("a", default))?.Status, Is.EqualTo(ExecutionStatus.Running));
    }

    [Test]
    public async Task Discard_AnotherStart_LeavesItAlone()
    {
        var storage = new InMemoryStorage();
        await CommitAsync(storage, Checkpoint("a", 0));

        await CommitAsync(storage, new ExecutionDiscard("a", Now.AddSeconds(1)));

        Assert.That(await storage.ReadExecutionAsync("a", default), Is.Not.Null);
    }

    [Test]
    public async Task PutStateMachine_NotTheNextRevision_IsAConflict()
    {
        var storage = new InMemoryStorage();
        await CommitAsync(storage, new PutStateMachine(StateMachine(1)));

        await Assert.ThatAsync(() => CommitAsync(storage, new PutStateMachine(StateMachine(3))), Throws.TypeOf<StorageConflictException>());
        await CommitAsync(storage, new PutStateMachine(StateMachine(2)));

        Assert.That((await storage.ReadStateMachinesAsync(default)).Select(machine => machine.Revision), Is.EqualTo((int[])[2]));
    }

    private static Task CommitAsync(InMemoryStorage storage, params StorageOperation[] operations)
    {
        var batch = new StorageBatch();
        foreach (StorageOperation operation in operations)
        {
            batch.Add(operation);
        }

        return storage.CommitAsync(batch, CancellationToken.None).AsTask();
    }

    private static StepOutput Step(ExecutionState state)
    {
        var output = new StepOutput();
        Interpreter.Step(state, Stimulus.Started(Now), output);
        return output;
    }

    private static StateMachineRecord StateMachine(long revision) => new()
    {
        StateMachineArn = "machine",
        Revision = revision,
        Name = "machine",
        Type = StateMachineType.Standard,
        Definition = "{}",
        RoleArn = "role",
        CreationDate = Now,
        UpdateDate = Now,
    };

    private static ExecutionCheckpoint Checkpoint(string arn, long expectedVersion, ExecutionStatus status = ExecutionStatus.Running)
    {
        var definition = StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""");
        var start = new ExecutionStart
        {
            ExecutionArn = arn,
            ExecutionName = arn,
            StateMachineArn = "machine",
            StateMachineName = "machine",
            RoleArn = "role",
            Input = JsonValue.EmptyObject,
            StartTime = Now,
            Seed = 1,
        };
        var record = new ExecutionRecord
        {
            ExecutionArn = arn,
            Name = arn,
            StateMachineArn = "machine",
            Revision = 1,
            Status = status,
            StartDate = Now,
            StopDate = status == ExecutionStatus.Running ? null : Now,
            Input = JsonValue.EmptyObject,
        };
        return new ExecutionCheckpoint(new ExecutionState(definition, start), record) { ExpectedVersion = expectedVersion };
    }
}
