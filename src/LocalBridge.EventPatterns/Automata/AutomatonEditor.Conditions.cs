using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Compiled;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>The conditions of an automaton: equal ones are kept once.</summary>
internal sealed partial class AutomatonEditor
{
    /// <summary>A guess at how many values satisfy a condition, times the number of sub-rules that have it: sub-rules are found through the least.</summary>
    private static long Crowd(FieldCondition field, in ConditionInfo condition)
    {
        const long Positive = 1;
        const long Range = 64;
        const long Complement = 4096;
        const long Absence = 65536;
        long share = condition.AcceptsAbsence ? Absence
            : condition.ComplementCount > 0 ? Complement
            : field.Operators.Any(alternative => alternative is NumericRange) ? Range
            : Positive;
        return share * (1L + condition.References);
    }

    private int FindOrAdd(FieldCondition field, FieldTests tests, Dictionary<FieldCondition, int>? known)
    {
        if (known is not null && known.TryGetValue(field, out int condition))
        {
            return condition;
        }

        byte[] key = ConditionKey.Of(field);
        uint hash = (uint)(PackedKey.HashLong(key) >> 32) ^ ((uint)tests.Path * 0x9E37_79B9);
        int cursor = -1;
        for (condition = _conditionIndex.Next(hash, ref cursor); condition >= 0; condition = _conditionIndex.Next(hash, ref cursor))
        {
            if (_conditions[condition].Path == tests.Path && key.AsSpan().SequenceEqual(_keys[condition]))
            {
                break;
            }
        }

        if (condition < 0)
        {
            condition = AddCondition(field, tests, key, hash);
        }

        known?.Add(field, condition);
        return condition;
    }

    private int AddCondition(FieldCondition field, FieldTests tests, byte[] key, uint hash)
    {
        int condition = Take(_gaps.Conditions, ref _conditions, default);
        if (condition == _keys.Count)
        {
            _keys.Add(key);
            _anchors.Add(AnchorTarget.Nothing);
        }

        _keys[condition] = key;
        _conditionIndex.Add(hash, condition);
        ConditionInfo info = new()
        {
            Path = tests.Path,
            FirstSubRule = -1,
            FirstComplement = -1,
            Hash = hash,
            AcceptsAbsence = field.AcceptsAbsence,
        };
        foreach (ValueOperator alternative in field.Operators)
        {
            int sink = Sink.Condition(condition);
            if (alternative.IsComplement)
            {
                info.FirstComplement = Take(_gaps.Complements, ref _complements, new ComplementInfo(condition, info.FirstComplement));
                info.ComplementCount++;
                sink = Sink.Exclusion(info.FirstComplement);
            }

            tests.Edit(alternative, sink, adds: true);
        }

        _conditions[condition] = info;
        tests.ConditionCount++;
        tests.OpenConditionCount += info.IsOpen ? 1 : 0;
        return condition;
    }

    private void RemoveCondition(int condition, FieldCondition field, FieldTests tests)
    {
        ConditionInfo info = _conditions[condition];
        int complement = info.FirstComplement;

        // The chain of complements runs against the order in which they were added.
        foreach (ValueOperator alternative in field.Operators.Reverse())
        {
            int sink = Sink.Condition(condition);
            if (alternative.IsComplement)
            {
                sink = Sink.Exclusion(complement);
                _gaps.Complements.Push(complement);
                complement = _complements[complement].Next;
            }

            tests.Edit(alternative, sink, adds: false);
        }

        _conditionIndex.Remove(info.Hash, condition);
        _keys[condition] = null;
        _anchors[condition] = AnchorTarget.Nothing;
        _conditions[condition] = default;
        _gaps.Conditions.Push(condition);
        tests.OpenConditionCount -= info.IsOpen ? 1 : 0;
        if (--tests.ConditionCount == 0)
        {
            _paths[tests.Path] = null;
            _gaps.Paths.Push(tests.Path);
            RemovePath(field.Path);
        }
    }

    /// <summary>Works out again what a condition leads to when it is satisfied.</summary>
    private void RefreshAnchor(int condition)
    {
        ref readonly ConditionInfo info = ref _conditions[condition];
        _anchors[condition] = info.FirstSubRule >= 0 && info.References == 1 && _subRules[info.FirstSubRule].Count == 1
            ? AnchorTarget.OfRule(_subRules[info.FirstSubRule].Rule)
            : info.FirstSubRule;
    }

    /// <summary>Notes that sub-rules are found through a condition, if that is not for its tests to say.</summary>
    private void OpenAnchor(int condition)
    {
        ConditionInfo info = _conditions[condition];
        FieldTests tests = _paths[info.Path]!;
        if (info.ComplementCount > 0)
        {
            tests.ComplementAnchors.Add(new ComplementAnchor(condition, info.FirstComplement));
        }

        if (info.AcceptsAbsence)
        {
            tests.AbsenceAnchors.Add(condition);
            _absencePaths.Add(info.Path);
        }
    }

    private void CloseAnchor(int condition)
    {
        ConditionInfo info = _conditions[condition];
        if (!info.IsOpen)
        {
            return;
        }

        FieldTests tests = _paths[info.Path]!;
        if (info.ComplementCount > 0)
        {
            Remove(ref tests.ComplementAnchors, new ComplementAnchor(condition, info.FirstComplement));
        }

        if (info.AcceptsAbsence)
        {
            Remove(ref tests.AbsenceAnchors, condition);
            if (tests.AbsenceAnchors.Count == 0)
            {
                _absencePaths.Remove(info.Path);
            }
        }
    }

    private static void Remove<T>(ref GrowList<T> list, T item)
        where T : IEquatable<T>
    {
        int index = list.Span.IndexOf(item);
        list[index] = list[--list.Count];
    }
}
