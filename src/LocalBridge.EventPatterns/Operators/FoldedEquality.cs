namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings equal to a text but for case: <c>{"equals-ignore-case": …}</c>.</summary>
internal sealed class FoldedEquality(FoldedText text) : ValueOperator
{
    public FoldedText Text { get; } = text;

    public override bool Accepts(ref EventValue value)
    {
        if (value.Kind != EventValueKind.String)
        {
            return false;
        }

        ReadOnlySpan<byte> found = value.Text;
        return Text.MatchStart(found) == found.Length;
    }
}
