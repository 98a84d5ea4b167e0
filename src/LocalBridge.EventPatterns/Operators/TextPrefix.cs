namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that start with a text: <c>{"prefix": …}</c>.</summary>
internal sealed class TextPrefix(byte[] text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Prefix(text);
}
