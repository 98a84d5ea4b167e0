namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts a number of one value, however it is spelled.</summary>
internal sealed class ExactNumber(double number) : ValueOperator
{
    public double Number { get; } = number;

    public override bool Accepts(ref EventValue value) => value.TryGetNumber(out double found) && found == Number;
}
