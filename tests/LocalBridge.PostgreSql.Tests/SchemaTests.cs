using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;

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
            Throws.TypeOf<StorageFormatException>().With.Message.Contains("version 99").And.Message.Contains("knows versions up to 1"));
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
