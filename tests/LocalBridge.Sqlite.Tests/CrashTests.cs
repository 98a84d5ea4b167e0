using LocalBridge.CrashTests;

namespace LocalBridge.Sqlite.Tests;

/// <summary>Kills a process that uses the store. The long version is a command: see docs/persistence.md.</summary>
internal sealed class CrashTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Kill_AtRandomMoments_EveryPromiseIsKept()
    {
        var output = new StringWriter();

        int result = await CrashRun.RunAsync(new CrashOptions { Seed = 20261125, Executions = 60, Events = 600, Kills = 5, LongestLife = 300 }, output);

        Assert.That(result, Is.Zero, output.ToString());
    }
}
