namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts one of the literals true, false and null.</summary>
internal sealed class ExactLiteral(EventValueKind literal) : ValueOperator
{
    public EventValueKind Literal { get; } = literal;

    public override bool Accepts(ref EventValue value) => value.Kind == Literal;
}
