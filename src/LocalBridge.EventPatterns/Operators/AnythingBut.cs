using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every value that none of the given operators accepts, whatever its type: <c>{"anything-but": …}</c>.</summary>
internal sealed class AnythingBut(ImmutableArray<ValueOperator> excluded) : ValueOperator
{
    public ImmutableArray<ValueOperator> Excluded { get; } = excluded;

    public override ImmutableArray<WildcardShape> Wildcards { get; } = [.. excluded.SelectMany(candidate => candidate.Wildcards)];

    public override bool Accepts(ref EventValue value)
    {
        foreach (ValueOperator candidate in Excluded)
        {
            if (candidate.Accepts(ref value))
            {
                return false;
            }
        }

        return true;
    }
}
