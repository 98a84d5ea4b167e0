using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;
using static LocalBridge.PostgreSql.Tests.Support.Batches;

namespace LocalBridge.PostgreSql.Tests;

[CancelAfter(60_000)]
internal sealed class FailureTests
{
    [Test]
    public async Task Commit_ConnectionsAreDropped_FailsClearlyOrSucceedsAndThenGoesOn(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(cancellationToken);
        await storage.CommitAsync(cancellationToken, Entry("1"));
        await database.RunAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%COMMIT%'");

        // The one whose connection was cut is told so; the same commit again is harmless and succeeds.
        await CommitUntilTakenAsync(storage, Entry("2"), cancellationToken);

        Assert.That((await storage.ReadEntriesAsync("s", 0, 10, cancellationToken)).Select(static entry => entry.Id), Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task Open_NoServer_SaysWhereAndWhatToDo(CancellationToken cancellationToken)
    {
        await using var storage = new PostgreSqlStorage("Host=127.0.0.1;Port=1;Database=shop;Username=nobody;Timeout=5");

        await Assert.ThatAsync(
            async () => await storage.OpenAsync(cancellationToken),
            Throws.TypeOf<StorageUnavailableException>().With.Message.Contains("'shop' on '127.0.0.1'").And.Message.Contains("Check that the server runs"));
    }

    [TestCase("", 20)]
    [TestCase(";Maximum Pool Size=5", 5)]
    public async Task Reads_ManyAtOnce_LeaveConnectionsToOtherProcesses(string said, int most)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using var storage = new PostgreSqlStorage(
            $"{database.ConnectionString};Application Name={database.Schema}{said}", new PostgreSqlStorageOptions { Schema = database.Schema });
        await storage.OpenAsync(CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ => await storage.ReadExecutionAsync("arn", CancellationToken.None)));

        // Those that were opened stay open.
        Assert.That(await database.RunAsync($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{database.Schema}'"), Is.InRange(2L, (long)most));
    }

    [Test]
    public async Task Commit_AfterDispose_IsRefused(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(cancellationToken);
        await storage.DisposeAsync();

        await Assert.ThatAsync(async () => await storage.CommitAsync(cancellationToken, Entry("1")), Throws.TypeOf<ObjectDisposedException>());
    }

    private static async Task CommitUntilTakenAsync(PostgreSqlStorage storage, StorageOperation operation, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await storage.CommitAsync(cancellationToken, operation);
                return;
            }
            catch (StorageUnavailableException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
