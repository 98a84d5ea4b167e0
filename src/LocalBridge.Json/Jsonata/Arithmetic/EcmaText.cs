using System.Buffers;

namespace LocalBridge.Json.Jsonata.Arithmetic;

/// <summary>Knows the white space of ECMAScript, which is not that of .NET: no U+0085, but U+FEFF.</summary>
internal static class EcmaText
{
    /// <summary>The characters that <c>\s</c>, <c>trim</c> and the number parsers skip, line terminators included.</summary>
    internal const string WhiteSpace =
        "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    /// <summary>The same, to search with.</summary>
    internal static readonly SearchValues<char> WhiteSpaceValues = SearchValues.Create(WhiteSpace);

    internal static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAnyExcept(WhiteSpaceValues);
        return at < 0 ? default : text[at..];
    }

    internal static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text) => text[..(text.LastIndexOfAnyExcept(WhiteSpaceValues) + 1)];
}
