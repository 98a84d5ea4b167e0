namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that end with a text but for case: <c>{"suffix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class FoldedSuffix(FoldedText text) : ValueOperator
{
    public FoldedText Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && Text.MatchesEnd(value.Text);
}
