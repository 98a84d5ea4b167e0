namespace LocalBridge.EventPatterns.Automata;

/// <summary>One <c>anything-but</c> or <c>exists</c> of a condition.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Next">The next one of the same condition, or -1.</param>
internal record struct ComplementInfo(int Condition, int Next);
