using System.Globalization;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Reads what stands behind a backslash and means characters, in a class or outside.</summary>
internal static class EscapeReader
{
    /// <summary>Reads the letter of a class such as <c>\d</c>.</summary>
    /// <returns><see langword="null"/> where it is none; nothing is skipped then.</returns>
    internal static CharacterSet? TryReadClass(string text, ref int at)
    {
        CharacterSet? set = text[at] switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Invert(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Invert(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Invert(),
            _ => null,
        };
        at += set is null ? 0 : 1;
        return set;
    }

    /// <summary>Reads one character. What is no known escape means itself.</summary>
    internal static char ReadCharacter(string text, ref int at, bool isInClass = false)
    {
        char letter = text[at++];
        switch (letter)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'b' when isInClass:
                return '\b';
            case 'x':
                return TryReadHexadecimal(text, ref at, 2) ?? letter;
            case 'u':
                return TryReadHexadecimal(text, ref at, 4) ?? letter;
            case 'c':
                return ReadControl(text, ref at, isInClass);
            case >= '0' and <= '7':
                return ReadOctal(text, ref at, letter - '0');
            default:
                return letter;
        }
    }

    private static char? TryReadHexadecimal(string text, ref int at, int digits)
    {
        if (at + digits > text.Length
            || !ushort.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            return null;
        }

        at += digits;
        return (char)code;
    }

    // Where no letter follows, the backslash stands for itself and the c is read again.
    private static char ReadControl(string text, ref int at, bool isInClass)
    {
        if (at < text.Length && (char.IsAsciiLetter(text[at]) || (isInClass && (char.IsAsciiDigit(text[at]) || text[at] == '_'))))
        {
            return (char)(text[at++] % 32);
        }

        at--;
        return '\\';
    }

    private static char ReadOctal(string text, ref int at, int value)
    {
        for (int i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7' && (value * 8) + text[at] - '0' <= 0xFF; i++)
        {
            value = (value * 8) + text[at++] - '0';
        }

        return (char)value;
    }
}
