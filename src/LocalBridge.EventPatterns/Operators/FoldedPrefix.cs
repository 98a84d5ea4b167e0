namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that start with a text but for case: <c>{"prefix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class FoldedPrefix(FoldedText text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.FoldedPrefix(text);
}
