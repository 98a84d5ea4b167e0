namespace LocalBridge.EventPatterns.Automata;

/// <summary>Numbers of what was removed, to be given out again.</summary>
internal sealed class AutomatonGaps
{
    public Stack<int> Paths { get; private init; } = new();

    public Stack<int> Conditions { get; private init; } = new();

    public Stack<int> Complements { get; private init; } = new();

    public Stack<int> SubRules { get; private init; } = new();

    public Stack<int> Rules { get; private init; } = new();

    public AutomatonGaps Clone() => new()
    {
        Paths = new(Paths),
        Conditions = new(Conditions),
        Complements = new(Complements),
        SubRules = new(SubRules),
        Rules = new(Rules),
    };
}
