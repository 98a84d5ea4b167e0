using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>One alternative of a field. It only says which tests it consists of; there is one implementation of each test, for one pattern and for thousands.</summary>
internal abstract class ValueOperator
{
    /// <summary>The wildcards in this alternative, for the score of the pattern.</summary>
    public virtual ImmutableArray<WildcardShape> Wildcards => [];

    /// <summary>Whether a value is accepted when it passes none of the tests, instead of when it passes one.</summary>
    public virtual bool IsComplement => false;

    /// <summary>Names the tests.</summary>
    public abstract void Describe(IValueTests tests);
}
