namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts a number of one value, however it is spelled.</summary>
internal sealed class ExactNumber(double number) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Number(number, number);
}
