using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>Prefixes or suffixes: one look-up for each distinct length finds all that a text has.</summary>
internal sealed class AffixTable : IKeyTable
{
    private readonly bool _isSuffix;
    private readonly ByteTable _table;
    private int[] _lengths;
    private int[] _counts;

    public AffixTable(bool isSuffix)
    {
        _isSuffix = isSuffix;
        _table = new ByteTable();
        _lengths = [];
        _counts = [];
    }

    private AffixTable(AffixTable source)
    {
        _isSuffix = source._isSuffix;
        _table = source._table.Clone();
        _lengths = source._lengths;
        _counts = [.. source._counts];
    }

    public int Count => _table.Count;

    public AffixTable Clone() => new(this);

    public int Find(ReadOnlySpan<byte> key) => _table.Find(key);

    public void Set(ReadOnlySpan<byte> key, int value)
    {
        int before = _table.Count;
        _table.Set(key, value);
        if (_table.Count == before)
        {
            return;
        }

        int index = Array.BinarySearch(_lengths, key.Length);
        if (index >= 0)
        {
            _counts[index]++;
            return;
        }

        _lengths = [.. _lengths[..~index], key.Length, .. _lengths[~index..]];
        _counts = [.. _counts[..~index], 1, .. _counts[~index..]];
    }

    public void Remove(ReadOnlySpan<byte> key)
    {
        _table.Remove(key);
        int index = Array.BinarySearch(_lengths, key.Length);
        if (--_counts[index] == 0)
        {
            _lengths = [.. _lengths[..index], .. _lengths[(index + 1)..]];
            _counts = [.. _counts[..index], .. _counts[(index + 1)..]];
        }
    }

    /// <summary>Reports what is stored for every affix of a text.</summary>
    public void Visit(ReadOnlySpan<byte> text, scoped ref ValueVisit visit)
    {
        foreach (int length in _lengths)
        {
            if (length > text.Length)
            {
                return;
            }

            int sink = _table.Find(_isSuffix ? text[^length..] : text[..length]);
            if (sink >= 0)
            {
                visit.Hit(sink);
            }
        }
    }
}
