using LocalBridge.CrashTests;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>The server goes away under load and comes back: what was accepted is carried out, what was not is told so, and nobody has to restart the bridge.</summary>
/// <remarks>On a server of its own, since others are disturbed by that.</remarks>
[CancelAfter(180_000)]
internal sealed class OutageTests
{
    private TestServer? _server;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await TestServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public async Task Restart_UnderLoad_LosesNothingAndGoesOn([Values("fast", "immediate")] string mode, CancellationToken cancellationToken)
    {
        var database = new TestDatabase(_server!.ConnectionString);
        await using OutageLoad load = CreateLoad(database);

        await load.RunThroughAsync(() => _server.RestartAsync(mode), count: 100, cancellationToken);

        await load.CheckAsync(cancellationToken);
        AssertClearRefusals(load);
        await WaitUntilNothingIsLeftAsync(database, cancellationToken);
    }

    [Test]
    public async Task ConnectionsAreCut_UnderLoad_LosesNothingAndGoesOn(CancellationToken cancellationToken)
    {
        var database = new TestDatabase(_server!.ConnectionString);
        await using OutageLoad load = CreateLoad(database);

        await load.RunThroughAsync(() => CutAsync(database, 20, cancellationToken), count: 100, cancellationToken);

        await load.CheckAsync(cancellationToken);
        AssertClearRefusals(load);
        await WaitUntilNothingIsLeftAsync(database, cancellationToken);
    }

    [Test]
    public async Task LeaseIsLost_UnderLoad_TakesItsWorkBackAndLosesNothing(CancellationToken cancellationToken)
    {
        var database = new TestDatabase(_server!.ConnectionString);
        await using OutageLoad load = CreateLoad(database, TimeSpan.FromSeconds(6));

        await load.RunThroughAsync(() => database.RunAsync("UPDATE owner SET lease_until = '-infinity'"), count: 200, cancellationToken);

        await load.CheckAsync(cancellationToken);
        Assert.That(load.Refusals, Is.Not.Empty.And.All.TypeOf<StorageUnavailableException>());
        await WaitUntilNothingIsLeftAsync(database, cancellationToken);
    }

    private static OutageLoad CreateLoad(TestDatabase database, TimeSpan? leaseDuration = null) => new(bridge => bridge.UsePostgreSql(database.ConnectionString, options =>
    {
        options.Schema = database.Schema;
        options.LeaseDuration = leaseDuration ?? TimeSpan.FromMinutes(5); // longer than any restart, so that it is not lost by that
    }));

    /// <summary>Deliveries that are taken back go on in the background.</summary>
    private static async Task WaitUntilNothingIsLeftAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        while (await database.RunAsync("SELECT (SELECT count(*) FROM open_execution) + (SELECT count(*) FROM entry)") is not 0L)
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    private static async Task CutAsync(TestDatabase database, int times, CancellationToken cancellationToken)
    {
        for (int i = 0; i < times; i++)
        {
            await database.RunAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
            await Task.Delay(20, cancellationToken);
        }
    }

    private static void AssertClearRefusals(OutageLoad load)
    {
        Assert.That(load.Refusals, Is.Not.Empty);
        Assert.That(load.Refusals, Is.All.TypeOf<StorageUnavailableException>());
        Assert.That(
            load.Refusals.Select(static refusal => refusal.Message),
            Is.All.Contains("was not accepted, because the storage failed: The PostgreSQL database 'postgres' on '127.0.0.1' cannot be used").And.All.Contains("goes on when it is back"));
    }
}
