namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that end with a text: <c>{"suffix": …}</c>.</summary>
internal sealed class TextSuffix(byte[] text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Suffix(text);
}
