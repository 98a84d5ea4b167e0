namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts one string, character by character, without normalisation.</summary>
internal sealed class ExactString(byte[] text) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Text(text);
}
