namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts a number spelled in one way: all that can be said of numbers that are not comparable.</summary>
internal sealed class ExactNumberText(byte[] text) : ValueOperator
{
    public byte[] Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.Number && value.Raw.SequenceEqual(Text);
}
