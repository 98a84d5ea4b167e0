using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>
/// Finds where each part of a picture ends in a text, ignoring case. Every part takes as much as it can and gives back only what the
/// parts behind it need, as a regular expression would; what has failed once is not tried again, so the work is bounded.
/// </summary>
internal readonly struct DateTextMatcher(ImmutableArray<DatePartReader> parts, string text, int[] ends)
{
    private const string RomanLetters = "MDCLXVImdclxvi";

    private readonly HashSet<(int Part, int At)> _failed = [];

    internal bool TryMatch() => TryMatch(0, 0);

    private bool TryMatch(int part, int at)
    {
        if (part == parts.Length)
        {
            return at == text.Length;
        }

        if (_failed.Contains((part, at)))
        {
            return false;
        }

        DatePartReader reader = parts[part];
        bool matches = reader.Shape switch
        {
            DateTextShape.Literal => StartsWith(at, reader.Text!) && TryEnd(part, at + reader.Text!.Length),
            DateTextShape.Digits => TryDigits(part, at),
            DateTextShape.Letters => TryRun(part, at, RunLength(at, char.IsAsciiLetter)),
            DateTextShape.Roman => TryRun(part, at, RunLength(at, static letter => RomanLetters.Contains(letter, StringComparison.Ordinal))),
            DateTextShape.Words => TryWords(part, at, at, []),
            _ => TryZone(part, at),
        };
        if (!matches)
        {
            _failed.Add((part, at));
        }

        return matches;
    }

    private bool TryEnd(int part, int end)
    {
        ends[part] = end;
        return TryMatch(part + 1, end);
    }

    private bool TryRun(int part, int at, int longest)
    {
        for (int length = longest; length > 0; length--)
        {
            if (TryEnd(part, at + length))
            {
                ends[part] = at + length;
                return true;
            }
        }

        return false;
    }

    private bool TryDigits(int part, int at)
    {
        DatePartReader reader = parts[part];
        int longest = RunLength(at, char.IsAsciiDigit);
        int shortest = 1;
        if (reader.Width > 0)
        {
            shortest = reader.Width;
            longest = longest >= reader.Width ? reader.Width : 0;
        }

        for (int length = longest; length >= shortest; length--)
        {
            int end = at + length;
            if (reader.IsOrdinal)
            {
                if (!(StartsWith(end, "th") || StartsWith(end, "st") || StartsWith(end, "nd") || StartsWith(end, "rd")))
                {
                    continue;
                }

                end += 2;
            }

            if (TryEnd(part, end))
            {
                ends[part] = end;
                return true;
            }
        }

        return false;
    }

    private bool TryZone(int part, int at)
    {
        DatePartReader reader = parts[part];
        if (reader.HasGmt)
        {
            if (!StartsWith(at, "GMT"))
            {
                return false;
            }

            at += 3;
        }

        if (at >= text.Length || text[at] is not ('+' or '-'))
        {
            return false;
        }

        at++;
        int hours = RunLength(at, char.IsAsciiDigit);
        if (reader.Text is not { } separator)
        {
            return TryRun(part, at, hours);
        }

        for (int length = hours; length > 0; length--)
        {
            int minutesAt = at + length + separator.Length;
            if (StartsWith(at + length, separator) && TryRun(part, minutesAt, RunLength(minutesAt, char.IsAsciiDigit)))
            {
                return true;
            }
        }

        return false;
    }

    // Words, "and", hyphens, commas and blanks in any order and number; a longer row of them first.
    private bool TryWords(int part, int start, int at, HashSet<int> tried)
    {
        if (!tried.Add(at))
        {
            return false;
        }

        foreach (string word in EnglishWords.Readable)
        {
            if (StartsWith(at, word) && TryWords(part, start, at + word.Length, tried))
            {
                return true;
            }
        }

        if ((StartsWith(at, "and") && TryWords(part, start, at + 3, tried))
            || (at < text.Length && text[at] is '-' or ',' or ' ' && TryWords(part, start, at + 1, tried)))
        {
            return true;
        }

        if (at == start || !TryEnd(part, at))
        {
            return false;
        }

        ends[part] = at;
        return true;
    }

    private int RunLength(int at, Func<char, bool> belongs)
    {
        int end = at;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private bool StartsWith(int at, string expected) =>
        at <= text.Length && text.AsSpan(at).StartsWith(expected, StringComparison.OrdinalIgnoreCase);
}
