namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that start with a text but for case: <c>{"prefix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class FoldedPrefix(FoldedText text) : ValueOperator
{
    public FoldedText Text { get; } = text;

    public override bool Accepts(ref EventValue value) => value.Kind == EventValueKind.String && Text.MatchStart(value.Text) >= 0;
}
