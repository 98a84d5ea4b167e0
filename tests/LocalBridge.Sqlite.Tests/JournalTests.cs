using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.Storage;
using LocalBridge.Testing.Storage;

namespace LocalBridge.Sqlite.Tests;

/// <summary>What waits in the journal when a process dies.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class JournalTests : IDisposable
{
    private static readonly SqliteStorageOptions Fast = new() { Durability = SqliteDurability.ProcessCrash };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task Open_FilesAsTheyWereAfterAnyCommit_HoldEveryCommitAndNothingElse([Values(1, 2)] int seed, [Values] bool stepsOnly, CancellationToken cancellationToken)
    {
        var model = new InMemoryStorage();
        await model.OpenAsync(cancellationToken);
        await using var storage = new SqliteStorage(_directory.File("test.db"), Fast);
        await storage.OpenAsync(cancellationToken);
        var batches = new RandomBatches(seed, stepsOnly);
        for (int i = 1; i <= 300; i++)
        {
            StorageOperation[] operations = Next(batches);
            await model.CommitAsync(Batch(operations), cancellationToken);
            await storage.CommitAsync(Batch(operations), cancellationToken);
            if (i % 15 != 0)
            {
                continue;
            }

            await using SqliteStorage copy = Copy($"copy-{i}");
            await copy.OpenAsync(cancellationToken);
            await model.OpenAsync(cancellationToken);
            Assert.That(await StorageDump.ReadAsync(copy, batches.ExecutionArns, cancellationToken), Is.EqualTo(await StorageDump.ReadAsync(model, batches.ExecutionArns, cancellationToken)), $"Batch {i}");
            Assert.That(await StorageDump.ClaimAsync(copy, cancellationToken), Is.EqualTo(await StorageDump.ClaimAsync(model, cancellationToken)), $"Batch {i}");
        }
    }

    [Test]
    public async Task Commit_ManyAtOnce_LeaveTheirRowsToBeFound(CancellationToken cancellationToken)
    {
        await using var storage = new SqliteStorage(_directory.File("test.db"), Fast);
        await storage.OpenAsync(cancellationToken);
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), cancellationToken, async (i, token) => await storage.CommitAsync(
            Batch([new AppendEntry("s", $"{i}", DateTimeOffset.UnixEpoch, StoragePayload.FromBytes(new byte[1_500]))]), token));

        await using SqliteStorage copy = Copy("copy");
        await copy.OpenAsync(cancellationToken);

        Assert.That(
            (await copy.ReadEntriesAsync("s", 0, 10_000, cancellationToken)).Select(static entry => int.Parse(entry.Id, null)),
            Is.EquivalentTo(Enumerable.Range(0, 2_000)));
    }

    [Test]
    public async Task Read_AfterCommits_FindsThemInTheTables(CancellationToken cancellationToken)
    {
        string path = _directory.File("test.db");
        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        await storage.CommitAsync(Batch([new AppendEntry("s", "1", DateTimeOffset.UnixEpoch, StoragePayload.FromBytes(new byte[] { 1 }))]), cancellationToken);
        using SqliteDatabase tables = SqliteDatabase.Open(path, Fast, isWriter: false);

        await storage.ReadExecutionAsync("another", cancellationToken); // which nothing that waits is about
        Assert.That(tables.RunScalar("SELECT count(*) FROM journal"), Is.EqualTo(1));
        await storage.ReadEntriesAsync("s", 0, 10, cancellationToken);

        Assert.That(tables.RunScalar("SELECT count(*) FROM journal"), Is.Zero);
        Assert.That(tables.RunScalar("SELECT count(*) FROM entry"), Is.EqualTo(1));
    }

    [Test]
    public async Task Commit_EntryThatCameAndWent_NeverReachesTheTables(CancellationToken cancellationToken)
    {
        string path = _directory.File("test.db");
        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        using SqliteDatabase tables = SqliteDatabase.Open(path, Fast, isWriter: false);
        await storage.CommitAsync(Batch([new AppendEntry("s", "1", DateTimeOffset.UnixEpoch, StoragePayload.FromBytes(new byte[] { 1 }))]), cancellationToken);
        await storage.CommitAsync(Batch([new RemoveEntry("s", "1")]), cancellationToken);
        tables.Run("CREATE TRIGGER no_entry BEFORE INSERT ON entry BEGIN SELECT raise(ABORT, 'an entry came'); END");

        Assert.That(await storage.ReadEntriesAsync("s", 0, 10, cancellationToken), Is.Empty);
    }

    [Test]
    public async Task Read_NoRoomToFold_FailsClearlyAndLosesNothing(CancellationToken cancellationToken)
    {
        string path = _directory.File("full.db");
        int committed = 0;
        await using (var full = new SqliteStorage(path, new SqliteStorageOptions { Durability = SqliteDurability.ProcessCrash, MaximumPageCount = 60 }))
        {
            await full.OpenAsync(cancellationToken);
            await Assert.ThatAsync(
                async () =>
                {
                    while (true)
                    {
                        await full.CommitAsync(Batch([new AppendEntry("s", $"{committed}", DateTimeOffset.UnixEpoch, StoragePayload.FromBytes(new byte[10_000]))]), cancellationToken);
                        committed++;
                    }
                },
                Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("full"));
            await Assert.ThatAsync(
                async () => await full.ReadEntriesAsync("s", 0, 100, cancellationToken), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("full"));
        }

        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);

        Assert.That(committed, Is.Positive);
        Assert.That(
            (await storage.ReadEntriesAsync("s", 0, 100, cancellationToken)).Select(static entry => entry.Id),
            Is.EqualTo(Enumerable.Range(0, committed).Select(static number => $"{number}")));
    }

    [TestCase("00", "byte 1 of 1")]
    [TestCase("0007", "byte 2 of 2")]
    [TestCase("000109", "byte 3 of 3")]
    [TestCase("000105FFFFFFFFFFFFFFFFFFFF", "byte 13 of 13")]
    [TestCase("00010301017F00", "byte 6 of 7")]
    public async Task Open_DamagedJournal_IsRefusedWithThePlace(string row, string place, CancellationToken cancellationToken)
    {
        string path = _directory.File("damaged.db");
        using (SqliteDatabase database = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            Schema.SqliteSchema.Upgrade(database, path);
            database.RunScript($"INSERT INTO journal (data) VALUES (x'{row}')");
        }

        await using var storage = new SqliteStorage(path, Fast);

        await Assert.ThatAsync(
            async () => await storage.OpenAsync(cancellationToken),
            Throws.TypeOf<StorageFormatException>().With.Message.Contains(place).And.Message.Contains("backup"));
    }

    [Test]
    public async Task Open_HistoryOfAnOlderVersion_IsReadAndGoesOn(CancellationToken cancellationToken)
    {
        string path = _directory.File("old.db");
        using (SqliteDatabase old = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            Schema.SqliteSchema.Upgrade(old, path, targetVersion: 2);
            old.RunScript("""
                INSERT INTO name VALUES (1, 'machine');
                INSERT INTO execution VALUES (1, 'arn', 1, 0, 0, NULL, 1, x'01', NULL);
                INSERT INTO open_execution VALUES (1, 4, x'02');
                INSERT INTO history VALUES (1, 1, 2, x'0A0B');
                INSERT INTO history VALUES (1, 3, 1, x'0C');
                """);
        }

        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        foreach (int version in (int[])[4, 5])
        {
            await storage.CommitAsync(
                Batch([new ExecutionCheckpoint
                {
                    ExecutionArn = "arn",
                    StateMachineArn = "machine",
                    StartDate = default,
                    ExpectedVersion = version,
                    Status = StatesLanguage.Interpreting.ExecutionStatus.Running,
                    History = new HistoryChunk(version, 1, StoragePayload.FromBytes(new byte[] { (byte)version })),
                }]),
                cancellationToken);
        }

        var chunks = (await storage.ReadHistoryAsync("arn", 1, 100, false, cancellationToken))
            .Select(static chunk => $"{chunk.FirstEventId}+{chunk.EventCount}:{Convert.ToHexString(chunk.Payload.ToBytes().Span)}");
        Assert.That(string.Join(' ', chunks), Is.EqualTo("1+2:0A0B 3+1:0C 4+1:04 5+1:05"));
    }

    private static StorageOperation[] Next(RandomBatches batches)
    {
        (StorageOperation[] operations, bool isConflict) = batches.Next();
        return isConflict ? Next(batches) : operations;
    }

    private static StorageBatch Batch(StorageOperation[] operations)
    {
        var batch = new StorageBatch();
        foreach (StorageOperation operation in operations)
            batch.Add(operation);
        return batch;
    }

    /// <summary>Copies the files as a crash would leave them.</summary>
    private SqliteStorage Copy(string name)
    {
        foreach (string end in (string[])["", "-wal"])
            File.Copy(_directory.File($"test.db{end}"), _directory.File($"{name}.db{end}"));
        return new SqliteStorage(_directory.File($"{name}.db"), Fast);
    }
}
