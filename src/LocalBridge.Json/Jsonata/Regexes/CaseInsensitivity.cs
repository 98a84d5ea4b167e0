using System.Collections.Frozen;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Adds to a set the characters that ECMAScript's flag <c>i</c> takes for equal: those with the same upper case form, if it is one unit.</summary>
/// <remarks>.NET's own option takes more for equal, such as the Kelvin sign and the letter k.</remarks>
internal static class CaseInsensitivity
{
    private const char LastAscii = '\u007F';

    // The characters that change, and those that something changes to; made when the first such expression needs them.
    private static readonly Lazy<FrozenDictionary<char, char[]>> ClassesOfUpper = new(FindClasses);

    internal static CharacterSet Expand(CharacterSet set)
    {
        var ranges = new List<(char, char)>(set.Ranges);
        foreach ((char first, char last) in set.Ranges)
        {
            if (last <= LastAscii)
            {
                ExpandAscii(ranges, first, last);
            }
            else
            {
                ExpandAny(ranges, first, last);
            }
        }

        return CharacterSet.Of(ranges);
    }

    private static void ExpandAscii(List<(char First, char Last)> ranges, char first, char last)
    {
        for (int code = first; code <= last; code++)
        {
            char other = (char)(code ^ 0x20);
            if (char.IsAsciiLetter((char)code))
            {
                ranges.Add((other, other));
            }
        }
    }

    private static void ExpandAny(List<(char First, char Last)> ranges, char first, char last)
    {
        FrozenDictionary<char, char[]> classes = ClassesOfUpper.Value;
        for (int code = first; code <= last; code++)
        {
            if (classes.TryGetValue(ToUpper((char)code), out char[]? equal))
            {
                ranges.AddRange(equal.Select(static character => (character, character)));
            }
        }
    }

    private static FrozenDictionary<char, char[]> FindClasses() => Enumerable.Range(0, char.MaxValue + 1)
        .GroupBy(static code => ToUpper((char)code), static code => (char)code)
        .Where(static equal => equal.Skip(1).Any())
        .ToFrozenDictionary(static equal => equal.Key, static equal => equal.ToArray());

    private static char ToUpper(char character)
    {
        char upper = LetterCase.ToUpperUnit(character);
        return character > LastAscii && upper <= LastAscii ? character : upper;
    }
}
