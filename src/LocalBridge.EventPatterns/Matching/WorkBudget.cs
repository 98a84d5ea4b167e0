namespace LocalBridge.EventPatterns.Matching;

/// <summary>Bounds the work spent on one event's arrays, over all sub-rules.</summary>
/// <remarks>Each sub-rule adds what it needs for a well-behaved event, so that only events that repeat keys ever come near the bound.</remarks>
internal struct WorkBudget(int records)
{
    internal const long BaseUnits = 50_000_000;

    internal const long UnitsPerRecordAndField = 16;

    private long _left = BaseUnits;

    /// <summary>Adds the allowance of a sub-rule.</summary>
    public void Allow(int fields) => _left += UnitsPerRecordAndField * records * fields;

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
