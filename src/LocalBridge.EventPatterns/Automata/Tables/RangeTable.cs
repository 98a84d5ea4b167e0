using System.Numerics;
using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>Closed ranges of numbers. Finding all that hold a number takes time for these and a logarithm for the rest.</summary>
/// <remarks>
/// Ranges open at one end are sorted by the other. Those with two ends are sorted by the lower one; a tree over the upper ones leads past the ranges that
/// end too early.
/// </remarks>
internal sealed class RangeTable
{
    private SortedEntries<(double End, int Sink)> _upTo = new();
    private SortedEntries<(double End, int Sink)> _from = new();
    private SortedEntries<(double Lower, double Upper, int Sink)> _between = new();
    private double[] _highest = [];

    public RangeTable()
    {
    }

    private RangeTable(RangeTable source)
    {
        _upTo = source._upTo.Clone();
        _from = source._from.Clone();
        _between = source._between.Clone();
        _highest = source._highest;
    }

    public int Count => _upTo.Count + _from.Count + _between.Count;

    public RangeTable Clone() => new(this);

    public void Add(double lower, double upper, int sink)
    {
        if (double.IsNegativeInfinity(lower))
        {
            _upTo.Add((upper, sink));
        }
        else if (double.IsPositiveInfinity(upper))
        {
            _from.Add((lower, sink));
        }
        else
        {
            _between.Add((lower, upper, sink));
            _highest = [];
        }
    }

    public void Remove(double lower, double upper, int sink)
    {
        if (double.IsNegativeInfinity(lower))
        {
            _upTo.Remove((upper, sink));
        }
        else if (double.IsPositiveInfinity(upper))
        {
            _from.Remove((lower, sink));
        }
        else
        {
            _between.Remove((lower, upper, sink));
            _highest = [];
        }
    }

    /// <summary>Sorts what was added. Must be called before the table is used for matching.</summary>
    public void Freeze()
    {
        _upTo.Sort();
        _from.Sort();
        _between.Sort();
        if (_highest.Length == 0 && _between.Count > 0)
        {
            _highest = BuildHighest();
        }
    }

    public void Visit(double number, scoped ref ValueVisit visit)
    {
        ReadOnlySpan<(double End, int Sink)> upTo = _upTo.Span;
        for (int i = upTo.Length - 1; i >= 0 && upTo[i].End >= number; i--)
        {
            visit.Hit(upTo[i].Sink);
        }

        foreach (ref readonly (double End, int Sink) range in _from.Span)
        {
            if (range.End > number)
            {
                break;
            }

            visit.Hit(range.Sink);
        }

        if (_between.Count > 0)
        {
            VisitBetween(1, 0, _highest.Length >> 1, CountFrom(number), number, ref visit);
        }
    }

    /// <summary>How many ranges start at or below a number.</summary>
    private int CountFrom(double number)
    {
        ReadOnlySpan<(double Lower, double Upper, int Sink)> ranges = _between.Span;
        int low = 0;
        int high = ranges.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ranges[middle].Lower <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <param name="node">A node of the tree: the root is 1, those below n are 2n and 2n+1.</param>
    /// <param name="start">The first range below the node.</param>
    /// <param name="width">How many places for ranges there are below it.</param>
    /// <param name="end">Where the ranges that start in time end.</param>
    /// <param name="number">The number.</param>
    /// <param name="visit">What is told of the ranges found.</param>
    private void VisitBetween(int node, int start, int width, int end, double number, scoped ref ValueVisit visit)
    {
        if (start >= end || _highest[node] < number)
        {
            return;
        }

        if (width == 1)
        {
            visit.Hit(_between.Span[start].Sink);
            return;
        }

        int half = width >> 1;
        VisitBetween(2 * node, start, half, end, number, ref visit);
        VisitBetween((2 * node) + 1, start + half, half, end, number, ref visit);
    }

    private double[] BuildHighest()
    {
        int leaves = (int)BitOperations.RoundUpToPowerOf2((uint)_between.Count);
        double[] highest = new double[2 * leaves];
        Array.Fill(highest, double.NegativeInfinity);
        for (int i = 0; i < _between.Count; i++)
        {
            highest[leaves + i] = _between.Span[i].Upper;
        }

        for (int node = leaves - 1; node >= 1; node--)
        {
            highest[node] = Math.Max(highest[2 * node], highest[(2 * node) + 1]);
        }

        return highest;
    }
}
