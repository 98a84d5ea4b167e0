using System.Collections.Immutable;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Represents a set of UTF-16 units as ranges in order that neither touch nor overlap.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
internal sealed class CharacterSet
{
    internal static readonly CharacterSet Digits = Of(('0', '9'));
    internal static readonly CharacterSet Word = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));
    internal static readonly CharacterSet Space = Of([.. EcmaText.WhiteSpace.Select(static space => (space, space))]);
    internal static readonly CharacterSet LineEnds = Of(('\n', '\n'), ('\r', '\r'), ('\u2028', '\u2029'));
    internal static readonly CharacterSet AnyButLineEnds = LineEnds.Invert();
    internal static readonly CharacterSet None = Of();

    private CharacterSet(ImmutableArray<(char First, char Last)> ranges) => Ranges = ranges;

    internal ImmutableArray<(char First, char Last)> Ranges { get; }

    /// <summary>Gets the only character; <see langword="null"/> where there are none or several.</summary>
    internal char? Single => Ranges.Length == 1 && Ranges[0].First == Ranges[0].Last ? Ranges[0].First : null;

    internal static CharacterSet Of(params IEnumerable<(char First, char Last)> ranges)
    {
        var merged = new List<(char First, char Last)>();
        foreach ((char first, char last) in ranges.OrderBy(static range => range.First))
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, (char)Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new CharacterSet([.. merged]);
    }

    internal CharacterSet Invert()
    {
        var ranges = new List<(char, char)>();
        int next = 0;
        foreach ((char first, char last) in Ranges)
        {
            if (first > next)
            {
                ranges.Add(((char)next, (char)(first - 1)));
            }

            next = last + 1;
        }

        if (next <= char.MaxValue)
        {
            ranges.Add(((char)next, char.MaxValue));
        }

        return Of(ranges);
    }

    internal bool Contains(char character)
    {
        foreach ((char first, char last) in Ranges)
        {
            if (character >= first && character <= last)
            {
                return true;
            }
        }

        return false;
    }
}
