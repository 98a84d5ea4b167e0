namespace LocalBridge.EventPatterns.Matching;

/// <summary>Bounds the work spent on one event's arrays: about a second.</summary>
internal struct WorkBudget
{
    internal const long Units = 200_000_000;

    private long _spent;

    public void Spend(long units)
    {
        _spent += units;
        if (_spent > Units)
        {
            throw new EventFormatException(new EventFormatError(
                "the event repeats keys or nests arrays in so many ways that matching the pattern's fields to array elements takes too long", 0, 1, 1));
        }
    }
}
