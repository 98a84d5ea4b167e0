using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings of a shape: <c>{"wildcard": …}</c>.</summary>
internal sealed class WildcardText(WildcardShape shape) : ValueOperator
{
    public WildcardShape Shape { get; } = shape;

    public override ImmutableArray<WildcardShape> Wildcards { get; } = [shape];

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && Shape.Matches(value.Text);
}
