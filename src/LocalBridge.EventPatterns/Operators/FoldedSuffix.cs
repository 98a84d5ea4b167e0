namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that end with a text but for case: <c>{"suffix": {"equals-ignore-case": …}}</c>.</summary>
internal sealed class FoldedSuffix(FoldedText text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.FoldedSuffix(text);
}
