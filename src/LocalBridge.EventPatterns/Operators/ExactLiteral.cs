namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts one of the literals true, false and null.</summary>
internal sealed class ExactLiteral(EventValueKind literal) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Literal(literal);
}
