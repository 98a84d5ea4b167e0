using LocalBridge.CrashTests;
using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Tests;

/// <summary>A disk that is really full, under load, and is given room again.</summary>
[CancelAfter(180_000)]
internal sealed class FullDiskTests
{
    [Test]
    public async Task DiskIsFull_UnderLoad_RefusesClearlyAndGoesOnWhenThereIsRoom(CancellationToken cancellationToken)
    {
        using var disk = SmallDisk.Mount("16m");
        string path = disk.File("full.db");
        IReadOnlyCollection<string> started;
        await using (var load = new OutageLoad(bridge => bridge.UseSqlite(path), padding: 10_000))
        {
            await load.RunThroughAsync(
                async () =>
                {
                    await load.WaitForRefusalAsync(cancellationToken);
                    disk.Resize("256m");
                },
                count: 10,
                cancellationToken);

            await load.CheckAsync(cancellationToken);
            started = load.Started;
            Assert.That(load.Refusals, Is.All.TypeOf<StorageUnavailableException>());
            Assert.That(load.Refusals.Select(static refusal => refusal.Message), Is.All.Contains($"The SQLite file '{path}' cannot be used"));
            Assert.That(load.Refusals.Select(static refusal => refusal.Message), Has.Some.Contains("full. Make room"));
        }

        // The same file tells the same to whoever opens it next.
        await using var storage = new SqliteStorage(path);
        await storage.OpenAsync(cancellationToken);
        foreach (string executionArn in started)
        {
            StoredExecution? stored = await storage.ReadExecutionAsync(executionArn, cancellationToken);
            Assert.That(stored?.Status, Is.EqualTo(ExecutionStatus.Succeeded), executionArn);
        }
    }

    [Test]
    [Platform(Include = "Linux")]
    public async Task FilesMayNotGrow_UnderLoad_RefusesClearlyAndGoesOnWhenTheyMay()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("limited.db");

        (int exitCode, string output) = await FileLimitRun.RunAsync(path, limit: 12 << 20);

        Assert.That(exitCode, Is.Zero, output);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo("refused"));
        Assert.That(lines.Skip(1), Is.Not.Empty.And.All.StartsWith($"StorageUnavailableException: The SQLite file '{path}' cannot be used: reading or writing it failed. Check the disk."));
    }
}
