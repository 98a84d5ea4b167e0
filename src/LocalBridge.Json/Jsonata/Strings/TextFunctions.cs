using System.Buffers;

namespace LocalBridge.Json.Jsonata.Strings;

/// <summary>The small string functions that compare UTF-16 units: $substringBefore, $substringAfter, $trim, $split and $replace with plain text.</summary>
internal static class TextFunctions
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");
    private static readonly SearchValues<char> BlanksButSpace = SearchValues.Create("\t\n\r");

    internal static string Before(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }

    internal static string After(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : text[(at + mark.Length)..];
    }

    /// <summary>Makes one blank of each run of blanks, tabs and line ends, and takes them away at both ends.</summary>
    internal static string Trim(string text)
    {
        if (!text.AsSpan().ContainsAny(BlanksButSpace) && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Trim(' ');
        }

        char[]? rented = null;
        Span<char> target = text.Length <= 256 ? stackalloc char[256] : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        int length = 0;
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int start = rest.IndexOfAnyExcept(Blanks);
            if (start < 0)
            {
                break;
            }

            rest = rest[start..];
            int end = rest.IndexOfAny(Blanks);
            ReadOnlySpan<char> word = end < 0 ? rest : rest[..end];
            if (length > 0)
            {
                target[length++] = ' ';
            }

            word.CopyTo(target[length..]);
            length += word.Length;
            rest = rest[word.Length..];
        }

        string result = new(target[..length]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>$split with a plain separator; an empty one gives the UTF-16 units.</summary>
    /// <exception cref="JsonataException">D3020: the limit is negative.</exception>
    internal static JsonArray Split(string text, string separator, double? limit = null)
    {
        if (limit < 0)
        {
            throw LibraryFault.Create("D3020", limit.Value, index: 3);
        }

        long most = limit is null ? long.MaxValue : double.IsNaN(limit.Value) ? 0 : (long)Math.Min(limit.Value, int.MaxValue);
        var parts = new JsonArrayBuilder();
        if (separator.Length == 0)
        {
            for (int i = 0; i < text.Length && i < most; i++)
            {
                parts.Add(text[i].ToString());
            }

            return parts.Build();
        }

        int start = 0;
        while (parts.Count < most)
        {
            int at = text.IndexOf(separator, start, StringComparison.Ordinal);
            if (at < 0)
            {
                parts.Add(start == 0 ? text : text[start..]);
                break;
            }

            parts.Add(text[start..at]);
            start = at + separator.Length;
        }

        return parts.Build();
    }

    /// <summary>$replace with a plain text to look for; the replacement is taken as it stands.</summary>
    /// <exception cref="JsonataException">D3010: the pattern is empty; D3011: the limit is negative.</exception>
    internal static string Replace(string text, string pattern, string replacement, double? limit = null)
    {
        CheckReplace(pattern.Length == 0, limit);
        if (limit is null)
        {
            return text.Replace(pattern, replacement, StringComparison.Ordinal);
        }

        var result = new System.Text.StringBuilder();
        int start = 0;
        for (int count = 0; count < limit; count++)
        {
            int at = text.IndexOf(pattern, start, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            result.Append(text, start, at - start).Append(replacement);
            start = at + pattern.Length;
        }

        return start == 0 ? text : result.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Makes the checks that $replace makes before it looks at the text.</summary>
    internal static void CheckReplace(bool isEmptyPattern, double? limit)
    {
        if (isEmptyPattern)
        {
            throw LibraryFault.Create("D3010", JsonValue.EmptyString, index: 2);
        }

        if (limit < 0)
        {
            throw LibraryFault.Create("D3011", limit.Value, index: 4);
        }
    }
}
