using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Tells the scratch of single values, and whether anything that follows can matter.</summary>
internal ref partial struct EventScanner
{
    private int ReadScalar(FieldTests tests, int position, byte first, int scope)
    {
        int end;
        EventValue value;
        if (first == '"')
        {
            end = FindQuote(position + 1, out bool hasEscapes);
            value = new EventValue(EventValueKind.String, Slice(position + 1, end), hasEscapes, _scratch);
            end++;
        }
        else
        {
            end = SkipScalar(position);
            value = new EventValue(KindOf(position, first), Slice(position, end), false, _scratch);
        }

        uint flags = MatchScratch.Anywhere;
        if (scope == 0)
        {
            flags |= MatchScratch.Free;
        }
        else if (_notesAll || tests.CoupledSubRules > 0)
        {
            _scratch.Records.Add(new ValueRecord { Path = tests.Path, Scope = scope, Start = position, Length = end - position });
        }

        if (_notesAll)
        {
            _scratch.Seen!.Add(new SeenValue(tests.Path, position, end - position, first));
        }

        int progress = _scratch.Progress;
        _scratch.CountValue(tests, flags);
        ValueVisit visit = new(tests, _scratch, flags);
        tests.Visit(ref value, ref visit);
        return IsDecided(tests, progress, isOnlyValue: _isUnique && _openArrays == 0) ? Stop : end;
    }

    /// <summary>Whether the verdict is certain after a value.</summary>
    private bool IsDecided(FieldTests tests, int progress, bool isOnlyValue)
    {
        if (_notesAll)
        {
            return false;
        }

        // The one sub-rule there is has all it needs, whatever follows.
        if (_automaton.OnlyFields > 0 && _scratch.FreeCount == _automaton.OnlyFields)
        {
            return true;
        }

        // Every sub-rule needs a value here, this is the only one, and it is of use to none.
        IsHopeless = isOnlyValue && progress == _scratch.Progress && tests.OpenConditionCount == 0 && tests.RequiredBy == _automaton.SubRuleCount;
        return IsHopeless;
    }

    private readonly EventValueKind KindOf(int position, byte first) => first switch
    {
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => EventValueKind.Number,
        (byte)'t' => EventValueKind.True,
        (byte)'f' => EventValueKind.False,
        (byte)'n' => EventValueKind.Null,
        _ => throw EventError.Unexpected(_event, position, "a value"),
    };
}
