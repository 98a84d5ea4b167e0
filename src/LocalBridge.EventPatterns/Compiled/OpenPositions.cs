using System.Text;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>Finds the input that keeps the most positions of a set of wildcards open, by walking the sets of open positions from the fullest on.</summary>
internal sealed class OpenPositions
{
    /// <summary>No more sets are visited than this; beyond it the score is the largest found, which is far above any useful limit.</summary>
    internal const int MaximumWork = 1_000_000;

    internal const int Star = -1;

    internal const int End = -2;

    private readonly List<int[]> _shapes = [];
    private readonly List<int[]> _countedAs = [];

    public OpenPositions(IEnumerable<ValueOperator> operators)
    {
        Dictionary<(int Group, int Before, int Symbol), int> names = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ValueOperator candidate in operators)
        {
            string group = string.Join('\u0001', candidate.Wildcards.Select(shape => shape.Text));
            if (candidate.Wildcards.Length == 0 || !seen.Add(group))
            {
                continue;
            }

            foreach (WildcardShape shape in candidate.Wildcards)
            {
                Add(shape, seen.Count, names);
            }
        }
    }

    public int Largest()
    {
        PriorityQueue<(int Shape, int Position)[], int> queue = new();
        HashSet<string> visited = new(StringComparer.Ordinal);
        queue.Enqueue([.. Enumerable.Range(0, _shapes.Count).Select(shape => (shape, -1))], 0);
        int largest = 0;
        long work = 0;
        while (work < MaximumWork && queue.TryDequeue(out (int Shape, int Position)[]? open, out _))
        {
            // Other symbols lead to a part of what these lead to, and a part never keeps more open than the whole.
            foreach (int symbol in open.Select(entry => Expected(entry.Shape, entry.Position)).Where(symbol => symbol >= 0).Distinct())
            {
                (int Shape, int Position)[] next = Step(open, symbol);
                work += open.Length + 1;
                if (next.Length == 0 || !visited.Add(Key(next)))
                {
                    continue;
                }

                int count = next.Select(entry => _countedAs[entry.Shape][entry.Position]).Distinct().Count();
                largest = Math.Max(largest, count);
                queue.Enqueue(next, -count);
            }
        }

        return largest;
    }

    private void Add(WildcardShape shape, int group, Dictionary<(int Group, int Before, int Symbol), int> names)
    {
        List<int> symbols = ['"'];
        for (int i = 0; i < shape.Segments.Length; i++)
        {
            if (i > 0)
            {
                symbols.Add(Star);
            }

            symbols.AddRange(shape.Segments[i].Select(b => (int)b));
        }

        symbols.Add('"');
        int[] countedAs = new int[symbols.Count];
        int before = -1;
        for (int i = 0; i < symbols.Count; i++)
        {
            (int, int, int) name = i == symbols.Count - 1 ? (group, End, End) : (group, before, symbols[i]);
            names.TryAdd(name, names.Count);
            before = names[name];
            countedAs[i] = before;
        }

        _shapes.Add([.. symbols]);
        _countedAs.Add(countedAs);
    }

    private int Expected(int shape, int position) => position + 1 < _shapes[shape].Length ? _shapes[shape][position + 1] : End;

    private (int Shape, int Position)[] Step((int Shape, int Position)[] open, int symbol)
    {
        SortedSet<(int Shape, int Position)> next = [];
        foreach ((int shape, int position) in open)
        {
            int[] symbols = _shapes[shape];
            if (position >= 0 && symbols[position] == Star)
            {
                next.Add((shape, position));
            }

            if (position + 1 < symbols.Length && symbols[position + 1] == symbol)
            {
                next.Add((shape, position + 1));
                if (position + 2 < symbols.Length && symbols[position + 2] == Star)
                {
                    next.Add((shape, position + 2));
                }
            }
        }

        return [.. next];
    }

    private static string Key((int Shape, int Position)[] open)
    {
        StringBuilder key = new(open.Length * 2);
        foreach ((int shape, int position) in open)
        {
            key.Append((char)shape).Append((char)(position & 0xFFFF)).Append((char)(position >> 16));
        }

        return key.ToString();
    }
}
