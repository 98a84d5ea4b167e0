using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>Single bytes and pairs of bytes that a text must hold for the sinks behind them to matter: the way into wildcards that are open at both ends.</summary>
internal sealed class GramTable : IKeyTable
{
    private readonly ByteTable _grams;
    private readonly int[] _counts;
    private readonly Stack<int> _free;
    private GrowList<int> _sinks;

    public GramTable()
    {
        _grams = new ByteTable();
        _counts = new int[3];
        _free = new();
        _sinks = new();
    }

    private GramTable(GramTable source)
    {
        _grams = source._grams.Clone();
        _counts = [.. source._counts];
        _free = new(source._free);
        _sinks = source._sinks.Clone();
    }

    public int Count => _grams.Count;

    /// <summary>How many numbers for grams were given out.</summary>
    public int GramCount => _sinks.Count;

    public GramTable Clone() => new(this);

    public int Find(ReadOnlySpan<byte> key)
    {
        int number = _grams.Find(key);
        return number < 0 ? Sink.None : _sinks[number];
    }

    public void Set(ReadOnlySpan<byte> key, int value)
    {
        int number = _grams.Find(key);
        if (number >= 0)
        {
            _sinks[number] = value;
            return;
        }

        if (!_free.TryPop(out number))
        {
            number = _sinks.Count;
            _sinks.Add(value);
        }

        _grams.Set(key, number);
        _sinks[number] = value;
        _counts[key.Length]++;
    }

    public void Remove(ReadOnlySpan<byte> key)
    {
        int number = _grams.Find(key);
        _sinks[number] = Sink.None;
        _free.Push(number);
        _grams.Remove(key);
        _counts[key.Length]--;
    }

    /// <summary>Reports what is stored for every gram of a text, once for each gram.</summary>
    public void Visit(ReadOnlySpan<byte> text, scoped ref ValueVisit visit)
    {
        bool singles = _counts[1] > 0;
        bool pairs = _counts[2] > 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (singles)
            {
                Visit(text[i], 1, ref visit);
            }

            if (pairs && i + 1 < text.Length)
            {
                // As PackedKey packs two bytes: first, middle (which is the second), last.
                Visit(text[i] | ((ulong)text[i + 1] << 8) | ((ulong)text[i + 1] << 16), 2, ref visit);
            }
        }
    }

    private void Visit(ulong head, int length, scoped ref ValueVisit visit)
    {
        int gram = _grams.Find(length == 1 ? head * 0x010101 : head, 0, length);
        if (gram >= 0 && visit.IsFirst(gram))
        {
            visit.Hit(_sinks[gram]);
        }
    }
}
