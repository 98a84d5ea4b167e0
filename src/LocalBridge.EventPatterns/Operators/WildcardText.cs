using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings of a shape: <c>{"wildcard": …}</c>.</summary>
internal sealed class WildcardText(WildcardShape shape) : ValueOperator
{
    public override ImmutableArray<WildcardShape> Wildcards { get; } = [shape];

    public override void Describe(IValueTests tests) => tests.Wildcard(shape);
}
