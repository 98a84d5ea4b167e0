namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that start with a text: <c>{"prefix": …}</c>.</summary>
internal sealed class TextPrefix(byte[] text) : ValueOperator
{
    public byte[] Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && value.Text.StartsWith(Text);
}
