using LocalBridge.Sqlite.Schema;
using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Tests;

/// <summary>What can be wrong with a file, and what is said about it.</summary>
[CancelAfter(30_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SqliteFileTests : IDisposable
{
    private static readonly SqliteStorageOptions Fast = new() { Durability = SqliteDurability.ProcessCrash, LockTimeout = TimeSpan.FromMilliseconds(50) };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task Open_FileOfAnOlderVersion_IsUpgradedAndKeepsItsData(CancellationToken cancellationToken)
    {
        string path = _directory.File("old.db");
        using (SqliteDatabase old = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            SqliteSchema.Upgrade(old, path, targetVersion: 1);
            old.RunScript("INSERT INTO record VALUES ('kind', 'key', 3, x'0102')");
        }

        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);

        StoredRecord record = (await storage.ReadRecordsAsync("kind", null, 1, cancellationToken)).Single();
        await storage.DisposeAsync();
        using SqliteDatabase upgraded = SqliteDatabase.Open(path, Fast, isWriter: true);
        Assert.That(record.Payload.ToBytes().ToArray(), Is.EqualTo(new byte[] { 1, 2 }));
        Assert.That(upgraded.RunScalar("PRAGMA user_version"), Is.EqualTo(SqliteSchema.Version));
        Assert.That(upgraded.RunScalar("SELECT count(*) FROM sqlite_schema WHERE name = 'execution_closed'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Open_FileOfANewerVersion_IsRefused(CancellationToken cancellationToken)
    {
        string path = _directory.File("new.db");
        using (SqliteDatabase newer = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            SqliteSchema.Upgrade(newer, path);
            newer.Run("PRAGMA user_version=99");
        }

        await using var storage = new SqliteStorage(path, Fast);

        await Assert.ThatAsync(
            async () => await storage.OpenAsync(cancellationToken),
            Throws.TypeOf<StorageFormatException>().With.Message.Contains("version 99").And.Message.Contains(path).And.Message.Contains("backup"));
    }

    [Test]
    public async Task Open_DatabaseOfAnotherApplication_IsRefusedAndLeftAlone(CancellationToken cancellationToken)
    {
        string path = _directory.File("other.db");
        using (SqliteDatabase other = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            other.Run("CREATE TABLE t (x)");
        }

        await using var storage = new SqliteStorage(path, Fast);
        await Assert.ThatAsync(
            async () => await storage.OpenAsync(cancellationToken), Throws.TypeOf<StorageFormatException>().With.Message.Contains("another application"));
        await storage.DisposeAsync();

        using SqliteDatabase after = SqliteDatabase.Open(path, Fast, isWriter: true);
        Assert.That(after.RunScalar("SELECT count(*) FROM sqlite_schema"), Is.EqualTo(1));
    }

    [Test]
    public async Task Open_FileThatIsNoDatabase_SaysSo(CancellationToken cancellationToken)
    {
        string path = _directory.File("text.db");
        await File.WriteAllTextAsync(path, new string('x', 10_000), cancellationToken);
        await using var storage = new SqliteStorage(path, Fast);

        await Assert.ThatAsync(
            async () => await storage.OpenAsync(cancellationToken), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains(path));
    }

    [Test]
    public async Task Open_SecondInstance_IsRefusedUntilTheFirstIsDisposed(CancellationToken cancellationToken)
    {
        string path = _directory.File("one.db");
        await using var first = new SqliteStorage(path, Fast);
        await first.OpenAsync(cancellationToken);
        await using var second = new SqliteStorage(path, Fast);

        await Assert.ThatAsync(
            async () => await second.OpenAsync(cancellationToken), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("another bridge"));
        await first.DisposeAsync();
        await second.OpenAsync(cancellationToken);
    }

    [Test]
    public async Task Commit_OwnerOfALaterEpoch_IsFenced(CancellationToken cancellationToken)
    {
        string path = _directory.File("fenced.db");
        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        using (SqliteDatabase other = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            other.Run("UPDATE owner SET epoch = epoch + 1");
        }

        await Assert.ThatAsync(() => PutAsync(storage, "key"), Throws.TypeOf<StorageFencedException>());
        Assert.That(await storage.ReadRecordsAsync("kind", null, 1, cancellationToken), Is.Empty);
    }

    [Test]
    public async Task Commit_FileIsLocked_FailsClearlyAndSucceedsWhenItIsFree(CancellationToken cancellationToken)
    {
        string path = _directory.File("locked.db");
        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        using SqliteDatabase other = SqliteDatabase.Open(path, Fast, isWriter: true);
        other.Run("BEGIN IMMEDIATE");

        await Assert.ThatAsync(() => PutAsync(storage, "key"), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("another program holds a lock"));
        other.Run("ROLLBACK");
        await PutAsync(storage, "key");

        Assert.That(await storage.ReadRecordsAsync("kind", null, 9, cancellationToken), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Commit_DiskIsFull_FailsClearlyAndSucceedsWhenThereIsRoom(CancellationToken cancellationToken)
    {
        string path = _directory.File("full.db");
        await using var storage = new SqliteStorage(path, new SqliteStorageOptions { Durability = SqliteDurability.ProcessCrash, MaximumPageCount = 60 });
        await storage.OpenAsync(cancellationToken);
        await PutAsync(storage, "small");

        await Assert.ThatAsync(() => PutAsync(storage, "large", 500_000), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("full"));
        await PutAsync(storage, "small too");
        await Assert.ThatAsync(() => PutAsync(storage, "large", 500_000), Throws.TypeOf<StorageUnavailableException>());

        Assert.That(
            (await storage.ReadRecordsAsync("kind", null, 9, cancellationToken)).Select(record => record.Key), Is.EqualTo((string[])["small", "small too"]));
    }

    [Test]
    public async Task Commit_FileBecomesReadOnly_FailsClearly(CancellationToken cancellationToken)
    {
        string path = _directory.File("readonly.db");
        await using var storage = new SqliteStorage(path, Fast);
        await storage.OpenAsync(cancellationToken);
        using (SqliteDatabase other = SqliteDatabase.Open(path, Fast, isWriter: true))
        {
            // The same error as that of a file without the right to write, which the super-user of a container never meets.
            await storage.DisposeAsync();
            await using var readOnly = new SqliteStorage(path, Fast);
            await readOnly.OpenAsync(cancellationToken);
            await readOnly.MakeReadOnlyAsync();

            await Assert.ThatAsync(() => PutAsync(readOnly, "key"), Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("read-only"));

            // The connection is made anew after that, and the file itself was never read-only.
            await PutAsync(readOnly, "key");
            Assert.That(await readOnly.ReadRecordsAsync("kind", null, 1, cancellationToken), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Backup_WhileInUse_HoldsWhatWasCommitted(CancellationToken cancellationToken)
    {
        string copy = _directory.File("copy.db");
        await using var storage = new SqliteStorage(_directory.File("live.db"), Fast);
        await storage.OpenAsync(cancellationToken);
        await PutAsync(storage, "before");
        await storage.BackupAsync(copy, cancellationToken);
        await PutAsync(storage, "after");

        await Assert.ThatAsync(() => storage.BackupAsync(copy, cancellationToken), Throws.TypeOf<IOException>());
        await using var restored = new SqliteStorage(copy, Fast);
        await restored.OpenAsync(cancellationToken);
        Assert.That((await restored.ReadRecordsAsync("kind", null, 9, cancellationToken)).Select(record => record.Key), Is.EqualTo((string[])["before"]));
    }

    private static Task PutAsync(SqliteStorage storage, string key, int length = 10)
    {
        var batch = new StorageBatch();
        batch.Add(new PutRecord("kind", key, 0, StoragePayload.FromBytes(new byte[length])));
        return storage.CommitAsync(batch, CancellationToken.None).AsTask();
    }
}
