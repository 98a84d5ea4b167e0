using LocalBridge.Json;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Workflows;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>To read everything back may take longer than a lease, and a process may be frozen over it.</summary>
[CancelAfter(60_000)]
internal sealed class SlowStartTests
{
    private const string KillOwners = "UPDATE owner SET lease_until = '-infinity'";

    private const string Wait = """{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$.seconds","Next":"P"},"P":{"Type":"Pass","End":true}}}""";

    [Test]
    public async Task Start_TakesLongerThanTheLease_IsRenewedMeanwhile(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        var storage = new HookedStorage(database.CreateStorage(TimeSpan.FromSeconds(1)));
        storage.BeforeClaim = async () =>
        {
            object? first = await database.RunAsync("SELECT lease_until FROM owner");
            for (object? now = first; Equals(now, first); now = await database.RunAsync("SELECT lease_until FROM owner"))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        };
        await using LocalBridgeHost bridge = Create(storage);

        await bridge.StartAsync(cancellationToken);

        Assert.That((await bridge.StateMachines.ListStateMachinesAsync(cancellationToken: cancellationToken)).StateMachines, Has.Length.EqualTo(1));
    }

    [TestCase(true, TestName = "Start_LeaseIsLostBeforeTheClaim_BeginsOnceMore")]
    [TestCase(false, TestName = "Start_LeaseIsLostAfterTheClaim_BeginsOnceMore")]
    public async Task Start_LeaseIsLost_BeginsOnceMore(bool isBeforeClaim)
    {
        await using TestDatabase database = TestDatabase.Create();
        string arn;
        await using (LocalBridgeHost before = Create(new HookedStorage(database.CreateStorage())))
        {
            arn = (await before.StateMachines.StartAsync("wait", JsonValue.Parse("""{"seconds":0}"""))).ExecutionArn;
        }

        await database.RunAsync("DELETE FROM record"); // so that the start has something to commit
        var storage = new HookedStorage(database.CreateStorage());
        int kills = 0;
        Func<Task> kill = async () =>
        {
            if (Interlocked.Increment(ref kills) == 1)
            {
                await database.RunAsync(KillOwners);
            }
        };
        if (isBeforeClaim)
        {
            storage.BeforeClaim = kill;
        }
        else
        {
            storage.BeforeCommit = kill;
        }

        await using LocalBridgeHost bridge = Create(storage);
        await bridge.StartAsync();

        Execution execution = await bridge.StateMachines.StartAsync("wait", JsonValue.Parse("""{"seconds":0}"""));
        Assert.That(await execution.GetResultAsync(), Is.EqualTo(JsonValue.Parse("""{"seconds":0}""")));
        Assert.That(kills, Is.GreaterThan(0));
        Assert.That((await bridge.StateMachines.DescribeAsync(arn)).ExecutionArn, Is.EqualTo(arn));
    }

    private static LocalBridgeHost Create(HookedStorage storage) => LocalBridgeHost.Create(bridge => bridge.UseStorage(_ => storage).AddStateMachine("wait", Wait));
}
