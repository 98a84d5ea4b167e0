using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Strings;

/// <summary>$length, $substring and $pad: they count code points; half of a surrogate pair standing alone counts as one.</summary>
/// <remarks>A text without surrogates, nearly every text, is handled by its UTF-16 positions without looking at each character.</remarks>
internal static class CodePoints
{
    // As long as JavaScript engines allow a string to be; longer ones are asked for by mistake or in bad faith.
    private const int LongestText = (1 << 29) - 24;

    internal static int Length(string text)
    {
        if (!HasSurrogates(text))
        {
            return text.Length;
        }

        int count = 0;
        for (int i = 0; i < text.Length; i += Width(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Cuts a part out, with the rules of Array.prototype.slice for fractions and positions outside.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first code point, counted from zero, or from the end where negative.</param>
    /// <param name="length">How many; up to the end where <see langword="null"/>.</param>
    internal static string Substring(string text, double start, double? length)
    {
        int count = Length(text);
        if (count + start < 0)
        {
            start = 0;
        }

        if (length <= 0)
        {
            return string.Empty;
        }

        double end = length is null ? count : start >= 0 ? start + length.Value : count + start + length.Value;
        int from = Place(start, count);
        int to = Place(end, count);
        if (from >= to)
        {
            return string.Empty;
        }

        return count == text.Length ? text[from..to] : text[Offset(text, 0, from)..Offset(text, 0, to)];
    }

    /// <summary>Pads a text to a width: to the right where it is positive, to the left where it is negative.</summary>
    /// <exception cref="JsonataException">U1002: the padded text would be longer than any text may be.</exception>
    internal static string Pad(string text, double width, string? filling = null)
    {
        filling = string.IsNullOrEmpty(filling) ? " " : filling;
        width = Math.Truncate(width);
        double missing = Math.Abs(width) - Length(text);
        if (!(missing > 0))
        {
            return text;
        }

        if (text.Length + missing > LongestText)
        {
            throw FailureCodes.TooLarge();
        }

        string padding = Repeat(filling, (int)missing);
        return width > 0 ? text + padding : padding + text;
    }

    private static string Repeat(string filling, int codePoints)
    {
        if (filling.Length == 1)
        {
            return new string(filling[0], codePoints);
        }

        int width = Length(filling);
        int rest = Offset(filling, 0, codePoints % width);
        int times = codePoints / width;
        if (((long)times * filling.Length) + rest > LongestText)
        {
            throw FailureCodes.TooLarge();
        }

        return string.Create((times * filling.Length) + rest, (filling, times, rest), static (target, state) =>
        {
            for (int i = 0; i < state.times; i++)
            {
                state.filling.CopyTo(target[(i * state.filling.Length)..]);
            }

            state.filling.AsSpan(0, state.rest).CopyTo(target[(state.times * state.filling.Length)..]);
        });
    }

    private static int Place(double position, int count)
    {
        if (double.IsNaN(position))
        {
            return 0;
        }

        position = Math.Truncate(position);
        return (int)(position < 0 ? Math.Max(count + position, 0) : Math.Min(position, count));
    }

    private static int Offset(string text, int from, int codePoints)
    {
        for (; codePoints > 0; codePoints--)
        {
            from += Width(text, from);
        }

        return from;
    }

    private static int Width(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
