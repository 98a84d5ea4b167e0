using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>What an event was found to hold of the things a pattern asks for.</summary>
/// <remarks>
/// Values outside arrays of objects need one bit per condition (accepted by some value) and per path (there is a value): they combine freely with all
/// others. Only values inside array elements are recorded one by one.
/// </remarks>
internal ref struct Findings(CompiledPattern pattern, Span<ulong> accepted, Span<ulong> present)
{
    public readonly CompiledPattern Pattern = pattern;
    public PooledList<ValueRecord> Records;
    public PooledList<ArrayScope> Scopes;
    public int ArrayCount;

    private readonly Span<ulong> _accepted = accepted;
    private readonly Span<ulong> _present = present;
    private PooledList<ulong> _wideBits;

    public static int Words(int bits) => (bits + 63) >> 6;

    public readonly bool IsAccepted(FieldCondition condition) => (_accepted[condition.Id >> 6] >> (condition.Id & 63) & 1) != 0;

    public readonly bool IsPresent(int path) => (_present[path >> 6] >> (path & 63) & 1) != 0;

    public readonly void Accept(FieldCondition condition) => _accepted[condition.Id >> 6] |= 1UL << (condition.Id & 63);

    public readonly void SetPresent(int path) => _present[path >> 6] |= 1UL << (path & 63);

    /// <summary>Whether a recorded value is accepted by a condition on its path.</summary>
    public readonly bool IsAccepted(in ValueRecord record, FieldCondition condition) =>
        Pattern.Paths[record.Path].Conditions.Length <= 64
            ? (record.Accepted >> condition.Local & 1) != 0
            : (_wideBits[(int)record.Accepted + (condition.Local >> 6)] >> (condition.Local & 63) & 1) != 0;

    /// <summary>Opens room for the bits of a path with more than 64 conditions.</summary>
    public int AddWideBits(int conditions)
    {
        int start = _wideBits.Count;
        for (int i = 0; i < Words(conditions); i++)
        {
            _wideBits.Add(0);
        }

        return start;
    }

    public readonly void AcceptWide(int start, int local) => _wideBits[start + (local >> 6)] |= 1UL << (local & 63);

    public void DropWideBits(int start) => _wideBits.Truncate(start);

    public void Dispose()
    {
        Records.Dispose();
        Scopes.Dispose();
        _wideBits.Dispose();
    }
}
