namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts one string, character by character, without normalisation.</summary>
internal sealed class ExactString(byte[] text) : ValueOperator
{
    public byte[] Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && value.Text.SequenceEqual(Text);
}
