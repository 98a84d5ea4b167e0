using LocalBridge.Json;
using LocalBridge.Storage;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Prints what remains of executions that have ended: ten times a thousand, one after the other.</summary>
internal static class GrowthTable
{
    internal static async Task RunAsync()
    {
        Console.WriteLine("| growth: seq5, 10 x 1,000 | ms per thousand, 2nd to 10th | retained bytes per execution |");
        Console.WriteLine("|---|---|---:|");
        foreach (string type in (string[])["express", "standard"])
        {
            await using LocalBridgeHost host = WorkflowTable.CreateHost(new InMemoryStorageOptions { MaximumClosedExecutions = 0 });
            await host.StartAsync();
            await WorkflowTable.CreateAsync(host.StateMachines);
            await MeasureAsync(type, () => WorkflowTable.RunAsync(host.StateMachines, $"seq5-{type}", JsonValue.Parse("""{"x":0}""")));
        }
    }

    private static async Task MeasureAsync(string type, Func<Task<JsonValue>> run)
    {
        var times = new List<double>();
        long first = 0;
        long last = 0;
        for (int i = 0; i < 10; i++)
        {
            long start = TimeProvider.System.GetTimestamp();
            for (int j = 0; j < 1_000; j++)
            {
                if (!WorkflowTable.Five(await run()))
                {
                    throw new InvalidOperationException("The result is wrong: no figure counts.");
                }
            }

            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            last = GC.GetTotalMemory(forceFullCollection: true);
            first = i == 0 ? last : first;
        }

        string shown = string.Join(' ', times.Skip(1).Select(static time => FormattableString.Invariant($"{time:N1}")));
        Console.WriteLine(FormattableString.Invariant($"| {type}, no history kept | {shown} | {(last - first) / 9_000.0:N1} |"));
    }
}
