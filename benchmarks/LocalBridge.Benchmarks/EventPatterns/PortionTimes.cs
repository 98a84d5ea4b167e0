using System.Diagnostics;

namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>The fastest time of each portion of the events, over as many passes as are made, be it at once or now and then.</summary>
internal sealed class PortionTimes
{
    private readonly int _count;
    private readonly ArraySegment<byte[]>[] _portions;
    private readonly long[] _fastest;

    public PortionTimes(byte[][] events, int portion)
    {
        _count = events.Length;
        _portions = [.. events.Chunk(portion).Select(static chunk => new ArraySegment<byte[]>(chunk))];
        _fastest = new long[_portions.Length];
        Array.Fill(_fastest, long.MaxValue);
    }

    /// <summary>Thousand events a second.</summary>
    public double Speed => _count / (_fastest.Sum() / (double)Stopwatch.Frequency) / 1000;

    /// <summary>Makes at least one pass.</summary>
    public void Measure(Action<ArraySegment<byte[]>> run, TimeSpan budget)
    {
        long started = Stopwatch.GetTimestamp();
        do
        {
            for (int index = 0; index < _portions.Length; index++)
            {
                long before = Stopwatch.GetTimestamp();
                run(_portions[index]);
                _fastest[index] = Math.Min(_fastest[index], Stopwatch.GetTimestamp() - before);
            }
        }
        while (Stopwatch.GetElapsedTime(started) < budget);
    }
}
