using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>What is known of values in array elements: which conditions each of them satisfies.</summary>
/// <remarks>Matching notes only where such values lie. Their tests are made again, and the answers kept, when the first sub-rule asks.</remarks>
internal readonly ref struct ArrayEvidence
{
    private readonly MatchScratch _scratch;
    private readonly RecordIndex _index;

    public ArrayEvidence(MatchScratch scratch, ReadOnlySpan<byte> utf8Event)
    {
        _scratch = scratch;
        _index = new RecordIndex(scratch.Automaton.Paths.Count, scratch.Records.Span);
        foreach (ref ValueRecord record in scratch.Records.Items.AsSpan(0, scratch.Records.Count))
        {
            Fill(ref record, utf8Event.Slice(record.Start, record.Length));
        }
    }

    public ReadOnlySpan<ValueRecord> Records => _scratch.Records.Span;

    public ReadOnlySpan<ArrayScope> Scopes => _scratch.Scopes.Span;

    public int ArrayCount => _scratch.ArrayCount;

    /// <summary>Whether a value outside array elements satisfies a condition.</summary>
    public bool IsAccepted(int condition) => _scratch.IsAcceptedFreely(condition);

    /// <summary>Whether there is a value outside array elements at the path of a condition.</summary>
    public bool IsPresent(int condition) => _scratch.FreeValues(PathOf(condition)) > 0;

    public bool AcceptsAbsence(int condition) => _scratch.Automaton.Conditions.Items[condition].AcceptsAbsence;

    /// <summary>Whether a recorded value satisfies a condition on its path.</summary>
    public bool IsAccepted(in ValueRecord record, int condition)
    {
        ReadOnlySpan<int> hits = _scratch.Hits.Span.Slice(record.FirstHit, record.HitCount);
        if (hits.BinarySearch(Sink.Condition(condition)) >= 0)
        {
            return true;
        }

        ref readonly ConditionInfo info = ref _scratch.Automaton.Conditions.Items[condition];
        for (int complement = info.FirstComplement; complement >= 0; complement = _scratch.Automaton.Complements.Items[complement].Next)
        {
            if (hits.BinarySearch(Sink.Exclusion(complement)) < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Numbers of the records at the path of a condition from <paramref name="first"/> up to but without <paramref name="end"/>.</summary>
    public ReadOnlySpan<int> Of(int condition, int first, int end) => _index.Of(PathOf(condition), first, end);

    public void Dispose() => _index.Dispose();

    private int PathOf(int condition) => _scratch.Automaton.Conditions.Items[condition].Path;

    private void Fill(ref ValueRecord record, ReadOnlySpan<byte> raw)
    {
        FieldTests tests = _scratch.Automaton.Paths.Items[record.Path]!;
        bool isString = raw[0] == '"';
        EventValueKind kind = raw[0] switch
        {
            (byte)'"' => EventValueKind.String,
            (byte)'t' => EventValueKind.True,
            (byte)'f' => EventValueKind.False,
            (byte)'n' => EventValueKind.Null,
            _ => EventValueKind.Number,
        };
        raw = isString ? raw[1..^1] : raw;
        EventValue value = new(kind, raw, isString && raw.Contains((byte)'\\'), _scratch);
        record.FirstHit = _scratch.Hits.Count;
        _scratch.StartValue();
        ValueVisit visit = new(tests, _scratch, 0);
        tests.Visit(ref value, ref visit);
        record.HitCount = _scratch.Hits.Count - record.FirstHit;
        _scratch.Hits.Items.AsSpan(record.FirstHit, record.HitCount).Sort();
    }
}
