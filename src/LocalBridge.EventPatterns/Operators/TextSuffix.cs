namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that end with a text: <c>{"suffix": …}</c>.</summary>
internal sealed class TextSuffix(byte[] text) : ValueOperator
{
    public byte[] Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && value.Text.EndsWith(Text);
}
