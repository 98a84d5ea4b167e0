using System.Globalization;
using LocalBridge.Sqlite;

namespace LocalBridge.CrashTests;

/// <summary>A process whose files may not grow beyond a limit: says when a call was refused for the first time, then what was said to all that were refused.</summary>
internal static class FileLimitChild
{
    internal static async Task<int> RunAsync(string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var load = new OutageLoad(bridge => bridge.UseSqlite(path), padding: 10_000);
        await load.RunThroughAsync(
            async () =>
            {
                await load.WaitForRefusalAsync(limit.Token);
                Console.WriteLine("refused");
            },
            count: 10,
            limit.Token);
        await load.CheckAsync(limit.Token);
        foreach (IGrouping<string, Exception> refusals in load.Refusals.GroupBy(static refusal => $"{refusal.GetType().Name}: {refusal.InnerException?.Message}"))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{refusals.Key} ({refusals.Count()} times)"));
        }

        return 0;
    }
}
