using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>What an event was found to hold of the things a pattern asks for.</summary>
/// <remarks>
/// Values outside arrays of objects need one bit per condition (accepted by some value) and per path (there is a value): they combine freely with all
/// others. Only values inside array elements are recorded one by one.
/// </remarks>
internal ref struct Findings
{
    public readonly CompiledPattern Pattern;
    public PooledList<ValueRecord> Records;
    public PooledList<ArrayScope> Scopes;
    public int ArrayCount;

    private readonly Span<ulong> _accepted;
    private readonly Span<ulong> _acceptedInElement;
    private readonly Span<ulong> _present;
    private PooledList<ulong> _wideBits;

    /// <param name="pattern">The pattern.</param>
    /// <param name="bits">Cleared room for <see cref="WordsFor"/> words.</param>
    public Findings(CompiledPattern pattern, Span<ulong> bits)
    {
        int words = Words(pattern.ConditionCount);
        Pattern = pattern;
        _accepted = bits[..words];
        _acceptedInElement = bits.Slice(words, words);
        _present = bits[(2 * words)..];
    }

    public static int WordsFor(CompiledPattern pattern) => (2 * Words(pattern.ConditionCount)) + Words(pattern.Paths.Length);

    public readonly bool IsAccepted(FieldCondition condition) => (_accepted[condition.Id >> 6] >> (condition.Id & 63) & 1) != 0;

    public readonly bool IsPresent(int path) => (_present[path >> 6] >> (path & 63) & 1) != 0;

    public readonly void Accept(FieldCondition condition) => _accepted[condition.Id >> 6] |= 1UL << (condition.Id & 63);

    /// <summary>Whether some value in some array element is accepted, whatever the other fields say.</summary>
    public readonly bool IsAcceptedInElement(FieldCondition condition) => (_acceptedInElement[condition.Id >> 6] >> (condition.Id & 63) & 1) != 0;

    public readonly void AcceptInElement(FieldCondition condition) => _acceptedInElement[condition.Id >> 6] |= 1UL << (condition.Id & 63);

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

    private static int Words(int bits) => (bits + 63) >> 6;
}
