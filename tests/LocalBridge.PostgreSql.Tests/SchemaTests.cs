using LocalBridge.PostgreSql.Schema;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;
using static LocalBridge.PostgreSql.Tests.Support.Batches;

namespace LocalBridge.PostgreSql.Tests;

[CancelAfter(60_000)]
internal sealed class SchemaTests
{
    [Test]
    public async Task Open_NewerSchema_IsRefusedWithBothVersions(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using (PostgreSqlStorage storage = database.CreateStorage())
        {
            await storage.OpenAsync(cancellationToken);
        }

        await database.RunAsync("UPDATE schema_version SET version = 99");
        await using PostgreSqlStorage later = database.CreateStorage();

        await Assert.ThatAsync(
            async () => await later.OpenAsync(cancellationToken),
            Throws.TypeOf<StorageFormatException>().With.Message.Contains("version 99").And.Message.Contains("knows versions up to 2"));
    }

    [Test]
    public async Task Open_FirstVersion_IsUpgraded_AndWhatIsInItIsKept(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await database.RunAsync($"CREATE SCHEMA {database.Schema}");
        await database.RunAsync("CREATE TABLE schema_version (id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL); INSERT INTO schema_version VALUES (1, 1)");
        await database.RunAsync(Version1.Sql);
        await database.RunAsync("""
            INSERT INTO execution (arn, state_machine, status, start_date, version, description) VALUES ('arn:aws:states:us-east-1:000000000000:execution:m:a', 'm', 0, 1, 1, 'x');
            INSERT INTO open_execution VALUES (1, 7, 99, 'x');
            INSERT INTO entry (stream, id, time, owner, payload) VALUES ('s', '1', 1, 99, 'x');
            INSERT INTO record VALUES ('k', 'r', 1, 'x')
            """);

        await using PostgreSqlStorage storage = database.CreateStorage();
        await storage.OpenAsync(cancellationToken);

        Assert.That(await database.RunAsync("SELECT version FROM schema_version"), Is.EqualTo(2));
        Assert.That(await storage.ClaimExecutionsAsync(), Is.EqualTo(["a"]));
        Assert.That(await storage.ClaimEntriesAsync(), Is.EqualTo(["1"]));
        Assert.That((await storage.ReadRecordsAsync("k", null, 10, cancellationToken)).Select(static record => record.Key), Is.EqualTo(["r"]));
        await storage.CommitAsync(cancellationToken, Checkpoint("a", 7));
    }

    [Test]
    public async Task Open_ManyAtTheSameTime_UpgradeOneAfterTheOther(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        PostgreSqlStorage[] storages = [.. Enumerable.Range(0, 4).Select(_ => database.CreateStorage())];

        await Task.WhenAll(storages.Select(storage => storage.OpenAsync(cancellationToken).AsTask()));

        Assert.That(await database.RunAsync("SELECT count(*) FROM owner"), Is.EqualTo(4));
        foreach (PostgreSqlStorage storage in storages)
        {
            await storage.DisposeAsync();
        }
    }

    [Test]
    public void Options_BadSchemaName_IsRefused() => Assert.That(
        () => new PostgreSqlStorage("Host=nowhere", new PostgreSqlStorageOptions { Schema = "a; DROP" }),
        Throws.ArgumentException.With.Message.Contains("'a; DROP'"));
}
