using System.Globalization;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Sqlite;
using LocalBridge.Storage;
using LocalBridge.Targets;
using LocalBridge.Workflows;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>Measures durable workflows and events on SQLite beside the raw store doing the same commits, and prints Markdown tables.</summary>
/// <remarks>A console mode, because the measure is the disk: one run of seconds says more than many of microseconds.</remarks>
internal static class DurabilityTables
{
    private const string Seq5 = """
        {"StartAt":"A","States":{
        "A":{"Type":"Task","Resource":"step","Next":"B"},"B":{"Type":"Task","Resource":"step","Next":"C"},"C":{"Type":"Task","Resource":"step","Next":"D"},
        "D":{"Type":"Task","Resource":"step","Next":"E"},"E":{"Type":"Task","Resource":"step","End":true}}}
        """;

    private const string Wait = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":86400,"End":true}}}""";

    internal const int StatesPerExecution = 5;

    internal static async Task RunAsync()
    {
        string directory = Directory.CreateTempSubdirectory("localbridge-bench-").FullName;
        try
        {
            Write($"fsync: {RawStore.MeasureSyncs(Path.Combine(directory, "sync"), 300):0} a second (4 KiB appended, then synced)");
            await MeasureWorkflowsAsync(directory);
            await MeasureEventsAsync(new SqliteStorage(Path.Combine(directory, "events.db")));
            await MeasureWaitingAsync(directory);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    internal static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    internal static LocalBridgeHost Create(IBridgeStorage storage, Action<LocalBridgeBuilder>? configure = null) => LocalBridgeHost.Create(builder =>
    {
        builder
            .UseStorage(_ => storage)
            .AddFunction("step", (input, _, _) => ValueTask.FromResult(Increment(input)))
            .AddStateMachine("seq5", Seq5)
            .AddStateMachine("wait", Wait);
        configure?.Invoke(builder);
    });

    private static JsonValue Increment(JsonValue input)
    {
        var output = new JsonObjectBuilder(1);
        output.SetItem("x", input["x"].TryGetInt64(out long x) ? x + 1 : 0);
        return output.Build();
    }

    private static async Task MeasureWorkflowsAsync(string directory)
    {
        Console.WriteLine();
        Console.WriteLine("| seq5, at once | executions/s | transitions/s | syncs | CPU µs per transition | allocated bytes per transition | payload bytes per transition | bytes written per transition | raw inserts, same bytes and syncs: transitions/s | ratio | the engine in memory: transitions/s |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach ((int concurrency, int executions) in ((int, int)[])[(1, 500), (100, 20_000), (1_000, 60_000)])
        {
            string path = Path.Combine(directory, $"seq5-{concurrency}.db");
            var storage = new SqliteStorage(path);
            await using LocalBridgeHost bridge = Create(storage);
            await bridge.StartAsync();
            await RunAsync(bridge, concurrency, Math.Min(executions / 2, 10_000));
            (long Transactions, long Bytes) before = storage.Written;
            long writtenBefore = RawStore.ReadWrittenBytes();
            TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
            long allocatedBefore = GC.GetTotalAllocatedBytes();
            long began = TimeProvider.System.GetTimestamp();
            await RunAsync(bridge, concurrency, executions);
            double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            TimeSpan cpu = Environment.CpuUsage.TotalTime - cpuBefore;
            long allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
            long written = RawStore.ReadWrittenBytes() - writtenBefore;
            long syncs = storage.Written.Transactions - before.Transactions;
            long bytes = storage.Written.Bytes - before.Bytes;
            long transitions = (long)executions * StatesPerExecution;

            // Twice, because the disk is never the same for long. A transaction without a row would not sync: one alone makes more commits than transitions.
            int rows = (int)Math.Max(transitions, syncs);
            double raw = Enumerable.Range(0, 2).Average(round => RawStore.MeasureInserts(
                Path.Combine(directory, $"raw-{concurrency}-{round}.db"), rows, (int)(bytes / rows), (int)syncs));
            Write($"| {concurrency:N0} | {executions / seconds:N0} | {transitions / seconds:N0} | {syncs:N0} | {cpu.TotalMicroseconds / transitions:N0} | {allocated / transitions:N0} | {bytes / transitions:N0} | {written / transitions:N0} | {transitions / raw:N0} | {raw / seconds:P0} | {await MeasureInMemoryAsync(concurrency, executions):N0} |");
        }
    }

    /// <summary>What the engine could do at most, were the storage for nothing.</summary>
    private static async Task<double> MeasureInMemoryAsync(int concurrency, int executions)
    {
        await using LocalBridgeHost bridge = Create(new InMemoryStorage());
        await bridge.StartAsync();
        await RunAsync(bridge, concurrency, 10_000);
        long began = TimeProvider.System.GetTimestamp();
        await RunAsync(bridge, concurrency, executions);
        return executions * StatesPerExecution / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    internal static async Task RunAsync(LocalBridgeHost bridge, int concurrency, int count)
    {
        JsonValue input = JsonValue.Parse("""{"x":0}""");
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (_, cancellationToken) =>
        {
            Execution execution = await bridge.StateMachines.StartAsync("seq5", input, null, cancellationToken);
            JsonValue output = await execution.GetResultAsync(cancellationToken);
            if (!output["x"].TryGetInt64(out long x) || x != StatesPerExecution)
            {
                throw new InvalidOperationException($"seq5 ended with {output}.");
            }
        });
    }

    internal static async Task MeasureEventsAsync(IBridgeStorage storage)
    {
        Console.WriteLine();
        Console.WriteLine("| durable events | events/s | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|---:|");
        int received = 0;
        await using LocalBridgeHost bridge = Create(
            storage,
            builder => builder.AddRule("all", rule => rule.Matching("""{"source":["bench"]}""").To(target => target.Handler((_, _) =>
            {
                Interlocked.Increment(ref received);
                return ValueTask.CompletedTask;
            }).Delivery(new DeliveryOptions { Concurrency = 64 }))));
        await bridge.StartAsync();
        JsonValue detail = JsonValue.Parse("""{"orderId":7,"total":129.5,"lines":[{"sku":"BK","qty":3}]}""");
        int published = 0;
        foreach ((string name, int concurrency, int count, int batch) in ((string, int, int, int)[])
            [("published one after the other", 1, 1_000, 1), ("100 publishers at once", 100, 20_000, 1), ("PutEvents of 10, one after the other", 1, 500, 10), ("PutEvents of 10, 100 at once", 100, 3_000, 10)])
        {
            PutEventsEntry[] entries = [.. Enumerable.Repeat(new PutEventsEntry { Source = "bench", DetailType = "Order", Detail = detail.ToJson() }, batch)];
            double[] latencies = new double[count];
            long began = TimeProvider.System.GetTimestamp();
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (i, cancellationToken) =>
            {
                long start = TimeProvider.System.GetTimestamp();
                if (batch == 1)
                {
                    await bridge.EventBus.PublishAsync("bench", "Order", detail, cancellationToken: cancellationToken);
                }
                else
                {
                    await bridge.EventBus.PutEventsAsync(entries, cancellationToken);
                }

                latencies[i] = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            });
            double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            await bridge.WaitUntilIdleAsync();
            published += count * batch;
            Array.Sort(latencies);
            Write($"| {name} | {count * batch / seconds:N0} | {latencies[count / 2]:0.00} | {latencies[count * 99 / 100]:0.00} |");
        }

        if (received != published)
        {
            throw new InvalidOperationException($"{published} events were accepted and {received} delivered.");
        }
    }

    private static async Task MeasureWaitingAsync(string directory)
    {
        const int Count = 100_000;
        string path = Path.Combine(directory, "wait.db");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long began = TimeProvider.System.GetTimestamp();
        double startSeconds;
        long heap;
        var storage = new SqliteStorage(path);
        await using (LocalBridgeHost bridge = Create(storage))
        {
            await bridge.StartAsync();
            await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 1_000 }, async (_, cancellationToken) =>
                await bridge.StateMachines.StartAsync("wait", default, null, cancellationToken));
            startSeconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        began = TimeProvider.System.GetTimestamp();
        await using LocalBridgeHost recovered = Create(new SqliteStorage(path));
        await recovered.StartAsync();
        double recovery = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        double cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        Console.WriteLine();
        Console.WriteLine("| waiting executions | starts/s | heap bytes for each | file bytes for each | recovery s | of it CPU s |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        Write($"| {Count:N0} | {Count / startSeconds:N0} | {heap / Count:N0} | {new FileInfo(path).Length / Count:N0} | {recovery:0.00} | {cpu:0.00} |");
    }
}
