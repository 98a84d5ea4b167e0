using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using Microsoft.Extensions.Time.Testing;

namespace LocalBridge.Tests.Storage;

/// <summary>What the in-memory storage does beyond what every storage does.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InMemoryStorageTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Test]
    public async Task Commit_MoreClosedThanKept_EvictsTheOnesThatClosedFirst()
    {
        var storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 2 });
        await CommitAsync(storage, Checkpoint("open", 0));

        foreach (string arn in (string[])["a", "b", "c"])
        {
            await CommitAsync(storage, Checkpoint(arn, 0, ExecutionStatus.Succeeded));
        }

        StoredExecutionPage page = await storage.ReadExecutionsAsync(new ExecutionQuery("machine", null, 10, null), default);
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
    public async Task Discard_RefusedStart_IsNotEvictedInPlaceOfTheNextOfItsName()
    {
        var storage = new InMemoryStorage(new InMemoryStorageOptions { MaximumClosedExecutions = 1 });
        await CommitAsync(storage, Checkpoint("a", 0, ExecutionStatus.Succeeded));

        await CommitAsync(storage, new ExecutionDiscard("a", Now), Checkpoint("a", 0));
        await CommitAsync(storage, Checkpoint("b", 0, ExecutionStatus.Succeeded), Checkpoint("c", 0, ExecutionStatus.Succeeded));

        Assert.That((await storage.ReadExecutionAsync("a", default))?.Status, Is.EqualTo(ExecutionStatus.Running));
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

    private static ExecutionCheckpoint Checkpoint(string arn, long expectedVersion, ExecutionStatus status = ExecutionStatus.Running) => new()
    {
        ExecutionArn = arn,
        StateMachineArn = "machine",
        StartDate = Now,
        ExpectedVersion = expectedVersion,
        Status = status,
        StopDate = status == ExecutionStatus.Running ? null : Now,
        Description = StoragePayload.FromBytes(new byte[] { 1 }),
    };
}
