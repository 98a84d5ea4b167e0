namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Gives the matches in a text one after the other. The engine makes one of its own for matchers that are functions.</summary>
internal abstract class MatchSource
{
    /// <summary>Returns the next match; <see langword="null"/> after the last one.</summary>
    internal abstract RegexHit? Next();
}
