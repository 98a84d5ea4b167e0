using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Sqlite.Tests.Support;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>What a running bridge removes from its database.</summary>
[CancelAfter(60_000)]
internal sealed class RetentionTests
{
    [Test]
    public async Task Retention_ByAge_RemovesOldClosedExecutionsOnly(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();

        await RetentionScenario.RunByAgeAsync(bridge => bridge.UsePostgreSql(database.ConnectionString, options => options.Schema = database.Schema), cancellationToken);
    }

    [Test]
    public async Task Retention_ByCount_RemovesThoseThatClosedFirst(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();

        await RetentionScenario.RunByCountAsync(bridge => bridge.UsePostgreSql(database.ConnectionString, options => options.Schema = database.Schema), cancellationToken);
    }
}
