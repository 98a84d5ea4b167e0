namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>Measures several things in turn, again and again; the fastest pass over each portion of the events counts.</summary>
/// <remarks>
/// On a shared machine that is the time nobody else's work is in: the events stay in the last cache only while no neighbour needs it, which comes and goes within
/// seconds and makes one thing look several times slower than the next.
/// </remarks>
internal sealed class Sweeps(byte[][] events)
{
    private const int Count = 6;

    private const int Portion = 1_000;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(0.15);

    private readonly List<(Action<ArraySegment<byte[]>> Run, PortionTimes Times)> _measured = [];

    /// <param name="run">What to do with a portion of the events.</param>
    /// <returns>Its times, once they are measured.</returns>
    public PortionTimes Add(Action<ArraySegment<byte[]>> run)
    {
        var times = new PortionTimes(events, Portion);
        _measured.Add((run, times));
        return times;
    }

    public void Measure()
    {
        for (int sweep = 0; sweep < Count; sweep++)
        {
            foreach ((Action<ArraySegment<byte[]>> run, PortionTimes times) in _measured)
                times.Measure(run, Budget);
        }
    }
}
