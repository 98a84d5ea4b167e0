using LocalBridge.PostgreSql;
using Npgsql;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>Measures durable workflows and events on PostgreSQL, with one process and with two, beside raw inserts on the same server, and prints Markdown tables.</summary>
internal static class PostgreSqlTables
{
    internal static async Task RunAsync(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            throw new ArgumentException("Name the server: as the second argument or in LOCALBRIDGE_TEST_POSTGRES, as a connection string of Npgsql. `.ci/postgres start DIR` starts one.");
        }

        string raw = $"bench_raw_{Environment.ProcessId}";
        await using RawPostgreSql server = Connect(connectionString, raw);
        await server.RunAsync($"CREATE SCHEMA {raw}");
        try
        {
            DurabilityTables.Write($"Commits of one row of 4 KiB, one after the other: {await server.MeasureCommitsAsync(500):0} a second");
            await MeasureWorkflowsAsync(connectionString, server);
            await InSchemaAsync(server, $"bench_events_{Environment.ProcessId}", async schema =>
                await DurabilityTables.MeasureEventsAsync(new PostgreSqlStorage(connectionString, new PostgreSqlStorageOptions { Schema = schema })));
            await InSchemaAsync(server, $"bench_waiting_{Environment.ProcessId}", schema => PostgreSqlWaiting.MeasureAsync(connectionString, schema, server));
        }
        finally
        {
            await server.RunAsync($"DROP SCHEMA {raw} CASCADE");
        }
    }

    private static RawPostgreSql Connect(string connectionString, string schema)
    {
        // The same way of preparing as the storage's.
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.SearchPath = schema;
        builder.ConnectionStringBuilder.MaxAutoPrepare = 64;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        return new RawPostgreSql(builder.Build());
    }

    private static async Task InSchemaAsync(RawPostgreSql server, string schema, Func<string, Task> measure)
    {
        try
        {
            await measure(schema);
        }
        finally
        {
            await server.RunAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE");
        }
    }

    private static async Task MeasureWorkflowsAsync(string connectionString, RawPostgreSql server)
    {
        Console.WriteLine();
        Console.WriteLine("| processes | seq5, at once in each | executions/s | transitions/s | transactions | CPU µs per transition | payload bytes per transition | WAL bytes per transition | raw inserts, same bytes and transactions: transitions/s | raw WAL bytes per transition | ratio |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int processes in (int[])[1, 2])
        {
            foreach ((int concurrency, int executions) in ((int, int)[])[(1, 200), (100, 6_000), (1_000, 12_000)])
            {
                await InSchemaAsync(server, $"bench_{processes}_{concurrency}_{Environment.ProcessId}", async schema =>
                    await MeasureWorkflowsAsync(new PostgreSqlLoad(connectionString, schema, concurrency, executions), processes, server));
            }
        }
    }

    private static async Task MeasureWorkflowsAsync(PostgreSqlLoad load, int processes, RawPostgreSql server)
    {
        using SecondProcess? second = processes == 2 ? SecondProcess.Start(load) : null;
        Task<LoadCost> secondCost = Task.FromResult<LoadCost>(default);
        long logBefore = 0;
        LoadCost cost = await load.RunAsync(async () =>
        {
            await (second?.WaitUntilReadyAsync() ?? Task.CompletedTask);
            logBefore = await server.ReadLogPositionAsync();
            secondCost = second?.RunAsync() ?? secondCost;
        });
        cost = cost.With(await secondCost);
        double seconds = cost.Microseconds / 1e6;
        long log = await server.ReadLogPositionAsync() - logBefore;
        int executions = load.Executions * processes;
        int transitions = executions * DurabilityTables.StatesPerExecution;

        // Twice, because the disk is never the same for long.
        double raw = 0;
        logBefore = await server.ReadLogPositionAsync();
        for (int round = 0; round < 2; round++)
        {
            raw += await server.MeasureInsertsAsync(processes, transitions, (int)(cost.Bytes / transitions), (int)cost.Transactions) / 2;
        }

        long rawLog = (await server.ReadLogPositionAsync() - logBefore) / 2;
        DurabilityTables.Write($"| {processes} | {load.Concurrency:N0} | {executions / seconds:N0} | {transitions / seconds:N0} | {cost.Transactions:N0} | {cost.CpuMicroseconds / transitions:N0} | {cost.Bytes / transitions:N0} | {log / transitions:N0} | {transitions / raw:N0} | {rawLog / transitions:N0} | {raw / seconds:P0} |");
    }
}
