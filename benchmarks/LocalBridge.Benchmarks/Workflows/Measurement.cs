using LocalBridge.Json;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Holds what one workload cost: the median over rounds, one run after the other.</summary>
internal sealed record Measurement(double Rate, double P50, double P99, double Bytes)
{
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.3);

    /// <summary>Runs a workload, first to see that its result is right, then to warm up, then to measure.</summary>
    internal static async Task<Measurement> TakeAsync(Func<Task<JsonValue>> run, Func<JsonValue, bool> isRight, int perRun)
    {
        if (!isRight(await run()))
        {
            throw new InvalidOperationException("The result is wrong: no figure counts.");
        }

        await RunForAsync(run, WarmUp, []);
        var latencies = new List<double>(1 << 20);
        var rates = new List<double>();
        var bytes = new List<double>();
        for (int i = 0; i < Rounds; i++)
        {
            GC.Collect();
            int before = latencies.Count;
            long allocated = GC.GetTotalAllocatedBytes(precise: true);
            double seconds = await RunForAsync(run, Round, latencies);
            int runs = latencies.Count - before;
            bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)runs / perRun);
            rates.Add(runs * perRun / seconds);
        }

        latencies.Sort();
        return new Measurement(Median(rates), latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.99)], Median(bytes));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <returns>The seconds it took.</returns>
    private static async Task<double> RunForAsync(Func<Task<JsonValue>> run, TimeSpan time, List<double> latencies)
    {
        long start = TimeProvider.System.GetTimestamp();
        TimeSpan elapsed;
        long begin = start;
        do
        {
            await run();
            long end = TimeProvider.System.GetTimestamp();
            latencies.Add(TimeProvider.System.GetElapsedTime(begin, end).TotalMicroseconds);
            begin = end;
            elapsed = TimeProvider.System.GetElapsedTime(start, end);
        }
        while (elapsed < time);

        return elapsed.TotalSeconds;
    }
}
