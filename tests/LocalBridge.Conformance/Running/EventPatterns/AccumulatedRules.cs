using LocalBridge.EventPatterns;

namespace LocalBridge.Conformance.Running.EventPatterns;

/// <summary>Every valid pattern that came up so far, in one matcher: each case is also decided among all the others.</summary>
internal sealed class AccumulatedRules
{
    /// <summary>Guards <see cref="_matcher"/>.</summary>
    private readonly Lock _gate = new();

    private EventPatternMatcher<string> _matcher = EventPatternMatcher.Create<string>(StringComparer.Ordinal);

    /// <summary>Adds the pattern of a case and matches the event of the case against all of them.</summary>
    /// <returns>Whether the case is among the matches. An event that cannot be read matches nothing.</returns>
    public bool AddAndMatch(string id, EventPattern pattern, ReadOnlySpan<byte> utf8Event)
    {
        EventPatternMatcher<string> matcher;
        lock (_gate)
        {
            _matcher = _matcher.SetItem(id, pattern);
            matcher = _matcher;
        }

        List<string> matches = [];
        try
        {
            matcher.Match(utf8Event, matches);
        }
        catch (EventFormatException)
        {
            return false;
        }

        return matches.Contains(id);
    }
}
