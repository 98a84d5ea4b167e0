using LocalBridge.Sqlite.Tests.Support;

namespace LocalBridge.Sqlite.Tests;

/// <summary>What a running bridge removes from its file.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RetentionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public Task Retention_ByAge_RemovesOldClosedExecutionsOnly(CancellationToken cancellationToken) => RetentionScenario.RunByAgeAsync(UseSqlite, cancellationToken);

    [Test]
    public Task Retention_ByCount_RemovesThoseThatClosedFirst(CancellationToken cancellationToken) => RetentionScenario.RunByCountAsync(UseSqlite, cancellationToken);

    private void UseSqlite(LocalBridgeBuilder bridge) => bridge.UseSqlite(_directory.File("retention.db"));
}
