namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Gives the matches of a regular expression.</summary>
/// <param name="regex">The expression.</param>
/// <param name="text">The text.</param>
internal sealed class RegexMatches(JsRegex regex, string text) : MatchSource
{
    private RegexHit? _last;
    private bool _hasEnded;

    /// <exception cref="JsonataException">D1004: a match that is not the first one is empty, so that there would be no end of them.</exception>
    internal override RegexHit? Next()
    {
        if (_hasEnded)
        {
            return null;
        }

        RegexHit? next = _last is not { } last ? regex.Match(text) : After(regex, text, last.End);
        _last = next;
        _hasEnded = next is null;
        return next;
    }

    /// <summary>Returns the match behind another one, as the member <c>next</c> of a match object does.</summary>
    /// <exception cref="JsonataException">D1004: it is empty.</exception>
    internal static RegexHit? After(JsRegex regex, string text, int end)
    {
        if (end >= text.Length)
        {
            return null;
        }

        RegexHit? next = regex.Match(text, end);
        return next is { Length: 0 } ? throw LibraryFault.Create("D1004", regex.Source) : next;
    }
}
