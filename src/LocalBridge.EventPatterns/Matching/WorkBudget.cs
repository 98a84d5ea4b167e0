namespace LocalBridge.EventPatterns.Matching;

/// <summary>Bounds the work spent on one event's arrays, over all sub-rules.</summary>
/// <remarks>The allowance for each record keeps well-behaved events clear of the bound, also with the largest number of sub-rules.</remarks>
internal struct WorkBudget(int records)
{
    internal const long BaseUnits = 50_000_000;

    internal const long UnitsPerRecord = 1_000;

    private long _left = BaseUnits + (UnitsPerRecord * records);

    public void Spend(long units)
    {
        _left -= units;
        if (_left < 0)
        {
            throw new EventFormatException(new EventFormatError(
                "the event repeats keys or nests arrays in so many ways that matching the pattern's fields to array elements takes too long", 0, 1, 1));
        }
    }
}
