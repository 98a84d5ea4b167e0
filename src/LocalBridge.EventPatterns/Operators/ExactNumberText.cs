namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts a number spelled in one way: all that can be said of numbers that are not comparable.</summary>
internal sealed class ExactNumberText(byte[] text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.NumberText(text);
}
