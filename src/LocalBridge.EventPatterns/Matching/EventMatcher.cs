using LocalBridge.EventPatterns.Automata;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Matches an event against an automaton: check what is not guaranteed, scan, decide.</summary>
internal static class EventMatcher
{
    /// <summary>Runs the automaton that <paramref name="scratch"/> was prepared for; its matches are the answer.</summary>
    public static void Run(MatchScratch scratch, ReadOnlySpan<byte> utf8Event, EventGuarantees guarantees)
    {
        if ((guarantees & EventGuarantees.WellFormed) == 0)
        {
            EventChecker.Check(utf8Event);
        }

        scoped EventScanner scanner = new(utf8Event, scratch, (guarantees & EventGuarantees.UniquePaths) != 0);
        scanner.Run();
        if (!scanner.IsHopeless)
        {
            Verdict.Decide(scratch, utf8Event);
        }
    }

    /// <summary>Whether the only rule of an automaton matches.</summary>
    public static bool IsMatch(Automaton automaton, ReadOnlySpan<byte> utf8Event, EventGuarantees guarantees)
    {
        MatchScratch scratch = MatchScratch.Begin(automaton);
        Run(scratch, utf8Event, guarantees);
        bool isMatch = scratch.Matches.Count > 0;
        scratch.End();
        return isMatch;
    }
}
