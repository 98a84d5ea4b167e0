using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every value that none of the given operators accepts, whatever its type: <c>{"anything-but": …}</c>.</summary>
internal sealed class AnythingBut(ImmutableArray<ValueOperator> excluded) : ValueOperator
{
    public override ImmutableArray<WildcardShape> Wildcards { get; } = [.. excluded.SelectMany(candidate => candidate.Wildcards)];

    public override bool IsComplement => true;

    public override void Describe(IValueTests tests)
    {
        foreach (ValueOperator candidate in excluded)
        {
            candidate.Describe(tests);
        }
    }
}
