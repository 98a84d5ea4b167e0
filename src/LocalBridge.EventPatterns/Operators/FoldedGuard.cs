namespace LocalBridge.EventPatterns.Operators;

/// <summary>The test of a text with characters whose case is more than a bit.</summary>
internal sealed class FoldedGuard(FoldedText text, FoldedGuard.Place place) : TextGuard
{
    internal enum Place : byte
    {
        Whole,
        Start,
        End,
    }

    private (string, Place) Key => (text.Text, place);

    public override bool Accepts(ReadOnlySpan<byte> found) => place switch
    {
        Place.Whole => text.MatchStart(found) == found.Length,
        Place.Start => text.MatchStart(found) >= 0,
        _ => text.MatchesEnd(found),
    };

    public override bool Equals(TextGuard? other) => other is FoldedGuard guard && guard.Key == Key;

    public override int GetHashCode() => Key.GetHashCode();
}
