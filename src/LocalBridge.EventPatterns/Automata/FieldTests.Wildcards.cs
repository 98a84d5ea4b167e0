using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>Where wildcards are put, so that few of them are looked at for a value.</summary>
internal sealed partial class FieldTests
{
    public void Wildcard(WildcardShape shape)
    {
        byte[] first = shape.Segments[0];
        byte[] last = shape.Segments[^1];
        if (shape.Segments.Length == 1)
        {
            Text(first);
        }
        else if (shape.Segments.Length == 2 && last.Length == 0)
        {
            Prefix(first);
        }
        else if (shape.Segments.Length == 2 && first.Length == 0)
        {
            Suffix(last);
        }
        else if (_adds)
        {
            AddWildcard(shape);
        }
        else
        {
            RemoveWildcard(shape);
        }
    }

    /// <summary>Puts a wildcard behind the look-up that the fewest others share: its start, its end, or a pair of bytes between stars.</summary>
    private void AddWildcard(WildcardShape shape)
    {
        byte[] first = shape.Segments[0];
        byte[] last = shape.Segments[^1];
        int atStart = first.Length == 0 ? int.MaxValue : Crowd(_prefixes, first);
        int atEnd = last.Length == 0 ? int.MaxValue : Crowd(_suffixes, last);
        if (atStart <= atEnd && first.Length > 0)
        {
            EditGuard(OwnPrefixes(), first, shape, ref _prefixes);
        }
        else if (last.Length > 0)
        {
            EditGuard(OwnSuffixes(), last, shape, ref _suffixes);
        }
        else
        {
            byte[] gram = Grams(shape).MinBy(gram => (gram.Length == 1 ? 1 : 0, _grams is null ? 0 : _sinks.CountOf(_grams.Find(gram))))!;
            EditGuard(Own(ref _grams, table => table.Clone(), () => new GramTable()), gram, shape, ref _grams);
        }
    }

    private void RemoveWildcard(WildcardShape shape)
    {
        if (_prefixes is not null && HasGuard(_prefixes, shape.Segments[0], shape))
        {
            EditGuard(OwnPrefixes(), shape.Segments[0], shape, ref _prefixes);
        }
        else if (_suffixes is not null && HasGuard(_suffixes, shape.Segments[^1], shape))
        {
            EditGuard(OwnSuffixes(), shape.Segments[^1], shape, ref _suffixes);
        }
        else
        {
            byte[] gram = Grams(shape).First(gram => HasGuard(_grams!, gram, shape));
            EditGuard(Own(ref _grams, table => table.Clone(), () => new GramTable()), gram, shape, ref _grams);
        }
    }

    /// <summary>The pairs of bytes in the parts between stars, or their single bytes where a part is no longer than that.</summary>
    private static IEnumerable<byte[]> Grams(WildcardShape shape)
    {
        foreach (byte[] segment in shape.Segments)
        {
            if (segment.Length == 1)
            {
                yield return segment;
            }

            for (int i = 0; i + 1 < segment.Length; i++)
            {
                yield return segment[i..(i + 2)];
            }
        }
    }

    /// <summary>How many share a look-up. A longer text is shared by fewer values, so it is preferred among equals.</summary>
    private int Crowd(AffixTable? table, byte[] key) => ((table is null ? 0 : _sinks.CountOf(table.Find(key))) * 16) + 15 - Math.Min(key.Length, 15);
}
