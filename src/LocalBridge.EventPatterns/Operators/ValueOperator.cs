using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>One alternative of a field: decides about a single value. Immutable; one implementation for every matcher.</summary>
internal abstract class ValueOperator
{
    /// <summary>The wildcards in this alternative, for the score of the pattern.</summary>
    public virtual ImmutableArray<WildcardShape> Wildcards => [];

    public abstract bool Accepts(ref EventValue value);
}
