namespace LocalBridge.EventPatterns.Automata;

/// <summary>A condition with a complement through which sub-rules are found.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Complement">The first of its complements.</param>
internal readonly record struct ComplementAnchor(int Condition, int Complement);
