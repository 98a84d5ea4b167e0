using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;
using static LocalBridge.PostgreSql.Tests.Support.Batches;

namespace LocalBridge.PostgreSql.Tests;

[CancelAfter(60_000)]
internal sealed class LeaseTests
{
    private const string KillOwners = "UPDATE owner SET lease_until = '-infinity'";

    [Test]
    public async Task Claim_OwnerLives_GetsNothing(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage first = await OpenAsync(database);
        await using PostgreSqlStorage second = await OpenAsync(database);
        await first.CommitAsync(cancellationToken, Checkpoint("a", 0), Entry("1"));

        Assert.That(await second.ClaimExecutionsAsync(), Is.Empty);
        Assert.That(await second.ClaimEntriesAsync(), Is.Empty);
    }

    [Test]
    public async Task Claim_OwnerIsDisposed_GetsItsWorkAtOnce(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        PostgreSqlStorage first = await OpenAsync(database);
        await using PostgreSqlStorage second = await OpenAsync(database);
        await first.CommitAsync(cancellationToken, Checkpoint("a", 0), Entry("1"));
        await first.DisposeAsync();

        Assert.That(await second.ClaimExecutionsAsync(), Is.EqualTo(["a"]));
        Assert.That(await second.ClaimEntriesAsync(), Is.EqualTo(["1"]));
        Assert.That(await second.ClaimExecutionsAsync(), Is.Empty, "claimed once");
    }

    [Test]
    public async Task Commit_LeaseHasEnded_IsFenced(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage first = await OpenAsync(database);
        await first.CommitAsync(cancellationToken, Checkpoint("a", 0));
        await database.RunAsync(KillOwners);

        await Assert.ThatAsync(async () => await first.CommitAsync(cancellationToken, Checkpoint("a", 1)), Throws.TypeOf<StorageFencedException>());
        await Assert.ThatAsync(async () => await first.CommitAsync(cancellationToken, Entry("1")), Throws.TypeOf<StorageFencedException>());
        await Assert.ThatAsync(async () => await first.RenewLeaseAsync(cancellationToken), Throws.TypeOf<StorageFencedException>());
        await Assert.ThatAsync(async () => await first.ClaimExecutionsAsync(), Throws.TypeOf<StorageFencedException>());
    }

    [Test]
    public async Task Commit_WorkWasTakenOver_IsAConflictForTheOldOwnerEvenWithANewLease(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage first = await OpenAsync(database);
        await first.CommitAsync(cancellationToken, Checkpoint("a", 0), Entry("1"));
        await database.RunAsync(KillOwners);
        await using PostgreSqlStorage second = await OpenAsync(database);
        Assert.That(await second.ClaimExecutionsAsync(), Is.EqualTo(["a"]));
        Assert.That(await second.ClaimEntriesAsync(), Is.EqualTo(["1"]));
        await first.OpenAsync(cancellationToken);

        await Assert.ThatAsync(async () => await first.CommitAsync(cancellationToken, Checkpoint("a", 1)), Throws.TypeOf<StorageConflictException>());
        await first.CommitAsync(cancellationToken, new RemoveEntry("s", "1"));
        await second.CommitAsync(cancellationToken, Checkpoint("a", 1));
        Assert.That((await second.ReadEntriesAsync("s", 0, 10, cancellationToken)).Select(static entry => entry.Id), Is.EqualTo(["1"]), "not the first one's to remove");
    }

    [Test]
    [Repeat(5)]
    public async Task Claim_ManyClaimAtTheSameTime_EachGetsOtherWork(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        PostgreSqlStorage first = await OpenAsync(database);
        string[] names = [.. Enumerable.Range(0, 1_000).Select(static i => $"{i:0000}")];
        await first.CommitAsync(cancellationToken, [.. names.Select(static name => Checkpoint(name, 0)), .. names.Select(Entry)]);
        PostgreSqlStorage[] others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(database)));
        await first.DisposeAsync();

        List<string>[] executions = await Task.WhenAll(others.Select(static other => Task.Run(() => other.ClaimExecutionsAsync())));
        List<string>[] entries = await Task.WhenAll(others.Select(static other => Task.Run(() => other.ClaimEntriesAsync())));

        Assert.That(executions.SelectMany(static claimed => claimed).Order(), Is.EqualTo(names));
        Assert.That(entries.SelectMany(static claimed => claimed).Count(), Is.EqualTo(names.Length));
        Assert.That(entries.SelectMany(static claimed => claimed), Is.Unique);
        foreach (PostgreSqlStorage other in others)
        {
            await other.DisposeAsync();
        }
    }

    [Test]
    public async Task RenewLease_InTime_LivesOn(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage storage = await OpenAsync(database);
        await database.RunAsync("UPDATE owner SET lease_until = clock_timestamp() + interval '20 seconds'");

        await storage.RenewLeaseAsync(cancellationToken);

        Assert.That(await database.RunAsync("SELECT lease_until > clock_timestamp() + interval '25 seconds' FROM owner"), Is.True);
    }

    private static async Task<PostgreSqlStorage> OpenAsync(TestDatabase database)
    {
        PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(CancellationToken.None);
        return storage;
    }
}
