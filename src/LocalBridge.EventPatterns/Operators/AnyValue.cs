namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every value, null included: <c>{"exists": true}</c>. It excludes nothing.</summary>
internal sealed class AnyValue : ValueOperator
{
    public override bool IsComplement => true;

    public override void Describe(IValueTests tests)
    {
    }
}
