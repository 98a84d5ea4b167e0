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
        PortionTimes times = new(events, Portion);
        times.Measure(run, budget, FewestPasses);
        return times.Speed;
    }
}
