using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>A pattern that was read: its sub-rules and the score of its wildcards. Automata are built from it.</summary>
internal sealed class CompiledPattern(ImmutableArray<SubRule> subRules)
{
    public ImmutableArray<SubRule> SubRules { get; } = subRules;

    public int Complexity { get; } = WildcardComplexity.Measure(subRules);
}
