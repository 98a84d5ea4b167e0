using LocalBridge.CrashTests;
using LocalBridge.PostgreSql.Tests.Support;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>The short form of the crash test: child processes are killed, and what they promised is compared with what is stored. docs/persistence.md says how to run the long one.</summary>
[CancelAfter(120_000)]
internal sealed class CrashTests
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task Kill_AtRandomMoments_KeepsEveryPromise(int processes)
    {
        await using TestDatabase database = TestDatabase.Create();
        using var output = new StringWriter();
        var options = new CrashOptions
        {
            Store = "postgresql",
            Target = $"{database.ConnectionString};Search Path={database.Schema}",
            Seed = 20261126,
            Processes = processes,
            Executions = 60,
            Events = 600,
            Kills = 3,
            LongestLife = 2_000,
        };

        int result = await CrashRun.RunAsync(options, output);

        Assert.That(result, Is.Zero, output.ToString());
    }
}
