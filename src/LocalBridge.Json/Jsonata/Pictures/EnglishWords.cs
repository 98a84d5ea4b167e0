using System.Collections.Frozen;
using System.Text;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Writes and reads English number words, cardinal and ordinal, up to trillions of trillions.</summary>
internal static class EnglishWords
{
    private static readonly string[] Units =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen",
        "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth",
        "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly (string Name, double Factor)[] Magnitudes =
    [
        ("Trillion", 1e12), ("Billion", 1e9), ("Million", 1e6), ("Thousand", 1e3), ("Hundred", 1e2),
    ];

    private static readonly FrozenDictionary<string, double> Values = ReadableWords().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gets the words that can be read, in lower case, in the order in which a reader tries them.</summary>
    internal static IReadOnlyList<string> Readable { get; } = [.. ReadableWords().Select(static word => word.Key)];

    /// <summary>Returns an integer that is not negative in words, each with a capital.</summary>
    internal static string Format(double value, bool isOrdinal)
    {
        var text = new StringBuilder();
        Append(text, value, isContinued: false, isOrdinal);
        return text.ToString();
    }

    /// <summary>Reads words in lower case, parted by blanks, hyphens, commas or "and".</summary>
    /// <returns>NaN where a word is unknown.</returns>
    internal static double Parse(string text)
    {
        var sums = new Stack<double>([0]);
        foreach (string word in Split(text))
        {
            if (!Values.TryGetValue(word, out double value))
            {
                return double.NaN;
            }

            double top = sums.Pop();
            if (value >= 100)
            {
                sums.Push(top * value);
                continue;
            }

            if (top >= 1000)
            {
                sums.Push(top);
                top = 0;
            }

            sums.Push(top + value);
        }

        return sums.Sum();
    }

    private static void Append(StringBuilder text, double value, bool isContinued, bool isOrdinal)
    {
        if (value < 20)
        {
            text.Append(isContinued ? " and " : string.Empty).Append((isOrdinal ? Ordinals : Units)[(int)value]);
            return;
        }

        if (value < 100)
        {
            text.Append(isContinued ? " and " : string.Empty).Append(Tens[((int)value / 10) - 2]);
            int unit = (int)value % 10;
            if (unit > 0)
            {
                text.Append('-');
                Append(text, unit, isContinued: false, isOrdinal);
            }
            else if (isOrdinal)
            {
                text.Length--;
                text.Append("ieth");
            }

            return;
        }

        (string name, double factor) = Array.Find(Magnitudes, magnitude => value >= magnitude.Factor);
        double count = Math.Floor(value / factor);
        double rest = value - (count * factor);
        text.Append(isContinued ? ", " : string.Empty);
        Append(text, count, isContinued: false, isOrdinal: false);
        text.Append(' ').Append(name);
        if (rest > 0)
        {
            Append(text, rest, isContinued: true, isOrdinal);
        }
        else if (isOrdinal)
        {
            text.Append("th");
        }
    }

    // A comma takes the blank behind it, "and" the blanks around it, else each blank, hyphen and backslash parts two words.
    private static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length;)
        {
            int width = SeparatorWidth(text, i);
            if (width == 0)
            {
                i++;
                continue;
            }

            yield return text[start..i];
            i += width;
            start = i;
        }

        yield return text[start..];
    }

    private static int SeparatorWidth(string text, int at)
    {
        bool isBlank = IsBlank(text, at);
        if (text[at] == ',' && IsBlank(text, at + 1))
        {
            return 2;
        }

        if (isBlank && string.CompareOrdinal(text, at + 1, "and", 0, 3) == 0 && IsBlank(text, at + 4))
        {
            return 5;
        }

        return isBlank || text[at] is '-' or '\\' ? 1 : 0;
    }

    private static bool IsBlank(string text, int at) => at < text.Length && Arithmetic.EcmaText.WhiteSpaceValues.Contains(text[at]);

    private static IEnumerable<KeyValuePair<string, double>> ReadableWords()
    {
        foreach (string[] words in new[] { Units, Ordinals })
        {
            for (int i = 0; i < words.Length; i++)
            {
                yield return Word(words[i], i);
            }
        }

        for (int i = 0; i < Tens.Length; i++)
        {
            yield return Word(Tens[i], (i + 2) * 10);
            yield return Word(Tens[i][..^1] + "ieth", (i + 2) * 10);
        }

        foreach ((string name, double factor) in Magnitudes.Reverse())
        {
            yield return Word(name, factor);
            yield return Word(name + "th", factor);
        }
    }

    private static KeyValuePair<string, double> Word(string word, double value) => new(word.ToLowerInvariant(), value);
}
