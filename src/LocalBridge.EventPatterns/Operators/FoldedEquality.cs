namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings equal to a text but for case: <c>{"equals-ignore-case": …}</c>.</summary>
internal sealed class FoldedEquality(FoldedText text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.FoldedText(text);
}
