namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Reads a class in brackets.</summary>
/// <param name="text">The expression.</param>
/// <param name="hasNames">Whether any group has a name: then <c>\k</c> is no escape of the letter k.</param>
/// <param name="fault">Makes an error.</param>
internal readonly ref struct ClassReader(string text, bool hasNames, Func<string, JsonataException> fault)
{
    /// <summary>Reads from behind the opening bracket to behind the closing one.</summary>
    internal CharacterSet Read(ref int at, bool ignoresCase)
    {
        bool isNegative = at < text.Length && text[at] == '^';
        at += isNegative ? 1 : 0;
        var ranges = new List<(char First, char Last)>();
        while (true)
        {
            if (at == text.Length)
            {
                throw fault("Unterminated character class");
            }

            if (text[at] == ']')
            {
                at++;
                break;
            }

            ReadRange(ref at, ranges);
        }

        var set = CharacterSet.Of(ranges);

        // The negation comes last: what is equal to a member but for its case is none of the others.
        set = ignoresCase ? CaseInsensitivity.Expand(set) : set;
        return isNegative ? set.Invert() : set;
    }

    private void ReadRange(ref int at, List<(char First, char Last)> ranges)
    {
        CharacterSet first = ReadAtom(ref at, out char? from);
        bool isRange = at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']';
        if (!isRange)
        {
            ranges.AddRange(first.Ranges);
            return;
        }

        at++;
        CharacterSet last = ReadAtom(ref at, out char? to);
        if (from is { } low && to is { } high)
        {
            ranges.Add(low <= high ? (low, high) : throw fault("Range out of order in character class"));
            return;
        }

        // With a class at either end the hyphen means itself.
        ranges.AddRange(first.Ranges);
        ranges.AddRange(last.Ranges);
        ranges.Add(('-', '-'));
    }

    private CharacterSet ReadAtom(ref int at, out char? single)
    {
        single = null;
        if (text[at] != '\\')
        {
            single = text[at++];
        }
        else
        {
            at++;
            if (at == text.Length)
            {
                throw fault("\\ at end of pattern");
            }

            if (EscapeReader.TryReadClass(text, ref at) is { } set)
            {
                return set;
            }

            if (hasNames && text[at] == 'k')
            {
                throw fault("Invalid escape");
            }

            single = EscapeReader.ReadCharacter(text, ref at, isInClass: true);
        }

        return CharacterSet.Of((single.Value, single.Value));
    }
}
