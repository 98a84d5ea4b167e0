using LocalBridge.PostgreSql;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>What one process puts on a shared database: a bridge of its own, and <c>seq5</c> with so many executions at once.</summary>
internal sealed record PostgreSqlLoad(string ConnectionString, string Schema, int Concurrency, int Executions)
{
    /// <summary>Opens the bridge and warms it up, waits for the sign, and runs the load.</summary>
    internal async Task<LoadCost> RunAsync(Func<Task> waitForSign)
    {
        var storage = new PostgreSqlStorage(ConnectionString, new PostgreSqlStorageOptions { Schema = Schema });
        await using LocalBridgeHost bridge = DurabilityTables.Create(storage);
        await bridge.StartAsync();
        await DurabilityTables.RunAsync(bridge, Concurrency, Math.Min(Executions / 4, 1_000));
        await waitForSign();
        (long Transactions, long Bytes) before = storage.Written;
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long began = TimeProvider.System.GetTimestamp();
        await DurabilityTables.RunAsync(bridge, Concurrency, Executions);
        return new LoadCost(
            (long)TimeProvider.System.GetElapsedTime(began).TotalMicroseconds,
            storage.Written.Transactions - before.Transactions,
            storage.Written.Bytes - before.Bytes,
            (long)(Environment.CpuUsage.TotalTime - cpuBefore).TotalMicroseconds);
    }
}
