using System.Diagnostics;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>
/// Measures passes over all events: the sum, over each thousand of them, of the fastest time of several passes. On a shared machine that is the time nobody
/// else's work is in.
/// </summary>
internal static class Stopwatches
{
    private const int Portion = 1_000;

    private const int FewestPasses = 5;

    /// <param name="run">What to do with a portion of the events.</param>
    /// <param name="events">The events.</param>
    /// <param name="budget">How long to go on.</param>
    /// <returns>Thousand events a second.</returns>
    public static double Fastest(Action<ArraySegment<byte[]>> run, byte[][] events, TimeSpan budget)
    {
        ArraySegment<byte[]>[] portions = [.. events.Chunk(Portion).Select(static portion => new ArraySegment<byte[]>(portion))];
        long[] fastest = new long[portions.Length];
        Array.Fill(fastest, long.MaxValue);
        long started = Stopwatch.GetTimestamp();
        for (int pass = 0; pass < FewestPasses || Stopwatch.GetElapsedTime(started) < budget; pass++)
        {
            for (int index = 0; index < portions.Length; index++)
            {
                long before = Stopwatch.GetTimestamp();
                run(portions[index]);
                fastest[index] = Math.Min(fastest[index], Stopwatch.GetTimestamp() - before);
            }
        }

        return events.Length / (fastest.Sum() / (double)Stopwatch.Frequency) / 1000;
    }
}
