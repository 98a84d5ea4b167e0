namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every value, null included: <c>{"exists": true}</c>.</summary>
internal sealed class AnyValue : ValueOperator
{
    public override bool Accepts(ref EventValue value) => true;
}
