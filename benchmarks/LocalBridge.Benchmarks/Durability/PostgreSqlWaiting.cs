using LocalBridge.PostgreSql;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>Measures what executions cost that wait, and how long a process takes to take them over.</summary>
internal static class PostgreSqlWaiting
{
    private const int Count = 100_000;

    internal static async Task MeasureAsync(string connectionString, string schema, RawPostgreSql server)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long began = TimeProvider.System.GetTimestamp();
        double startSeconds;
        long heap;
        await using (LocalBridgeHost bridge = Create(connectionString, schema))
        {
            await bridge.StartAsync();
            await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 1_000 }, async (_, cancellationToken) =>
                await bridge.StateMachines.StartAsync("wait", default, null, cancellationToken));
            startSeconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        began = TimeProvider.System.GetTimestamp();
        await using LocalBridgeHost recovered = Create(connectionString, schema);
        await recovered.StartAsync();
        double recovery = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        double cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        Console.WriteLine();
        Console.WriteLine("| waiting executions | starts/s | heap bytes for each | database bytes for each | recovery s | of it CPU s of the bridge |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        DurabilityTables.Write($"| {Count:N0} | {Count / startSeconds:N0} | {heap / Count:N0} | {await server.ReadSizeAsync(schema) / Count:N0} | {recovery:0.00} | {cpu:0.00} |");
    }

    private static LocalBridgeHost Create(string connectionString, string schema) =>
        DurabilityTables.Create(new PostgreSqlStorage(connectionString, new PostgreSqlStorageOptions { Schema = schema }));
}
