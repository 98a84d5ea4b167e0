using LocalBridge.CrashTests;
using LocalBridge.PostgreSql.Tests.Support;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>The short form of the crash test: a child process is killed, and what it promised is compared with what is stored. docs/persistence.md says how to run the long one.</summary>
[CancelAfter(120_000)]
internal sealed class CrashTests
{
    [Test]
    public async Task Kill_AtRandomMoments_KeepsEveryPromise()
    {
        await using TestDatabase database = TestDatabase.Create();
        using var output = new StringWriter();
        var options = new CrashOptions
        {
            Store = "postgresql",
            Target = $"{database.ConnectionString};Search Path={database.Schema}",
            Seed = 20261126,
            Executions = 60,
            Events = 600,
            Kills = 3,
            LongestLife = 2_000,
        };

        int result = await CrashRun.RunAsync(options, output);

        Assert.That(result, Is.Zero, output.ToString());
    }
}
