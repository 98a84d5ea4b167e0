using LocalBridge.EventPatterns.Automata.Tables;
using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Automata;

/// <summary>Makes a new automaton from an old one by adding and removing rules. What does not change is shared; what does is copied once.</summary>
/// <remarks>
/// Tables are flat, so copying one of ten thousand entries is a matter of microseconds; any number of changes made by one editor costs one copy.
/// </remarks>
internal sealed partial class AutomatonEditor
{
    private readonly AutomatonGaps _gaps;
    private readonly SlotIndex _conditionIndex;
    private readonly List<FieldNode> _changedNodes = [];
    private readonly List<FieldTests> _changedTests = [];
    private readonly HashSet<int> _absencePaths;
    private FieldNode _root;
    private GrowList<FieldTests?> _paths;
    private GrowList<byte[]?> _keys;
    private GrowList<ConditionInfo> _conditions;
    private GrowList<int> _anchors;
    private GrowList<ComplementInfo> _complements;
    private GrowList<SubRuleInfo> _subRules;
    private GrowList<int> _pool;
    private GrowList<int> _rules;
    private int _poolWaste;
    private int _subRuleCount;
    private int _coupledSubRuleCount;

    public AutomatonEditor(Automaton source)
    {
        _gaps = source.Gaps.Clone();
        _conditionIndex = source.ConditionIndex.Clone();
        _absencePaths = [.. source.AbsencePaths];
        _root = source.Root;
        _paths = source.Paths.Clone();
        _keys = source.Keys.Clone();
        _conditions = source.Conditions.Clone();
        _anchors = source.Anchors.Clone();
        _complements = source.Complements.Clone();
        _subRules = source.SubRules.Clone();
        _pool = source.Pool.Clone();
        _rules = source.Rules.Clone();
        _poolWaste = source.PoolWaste;
        _subRuleCount = source.SubRuleCount;
        _coupledSubRuleCount = source.CoupledSubRuleCount;
    }

    /// <summary>Adds a rule.</summary>
    /// <returns>Its number.</returns>
    public int Add(CompiledPattern pattern)
    {
        int rule = Take(_gaps.Rules, ref _rules, -1);
        int last = -1;
        Dictionary<FieldCondition, int>? known = pattern.SubRules.Length > 1 ? new(ReferenceEqualityComparer.Instance) : null;
        foreach (SubRule subRule in pattern.SubRules)
        {
            int added = AddSubRule(rule, subRule, known);
            if (last < 0)
            {
                _rules[rule] = added;
            }
            else
            {
                _subRules[last].NextOfRule = added;
            }

            last = added;
        }

        return rule;
    }

    /// <summary>Removes a rule.</summary>
    /// <param name="rule">The number of the rule.</param>
    /// <param name="pattern">Its pattern, read again: the automaton does not keep it.</param>
    public void Remove(int rule, CompiledPattern pattern)
    {
        int next = _rules[rule];
        foreach (SubRule subRule in pattern.SubRules)
        {
            int removed = next;
            next = _subRules[removed].NextOfRule;
            RemoveSubRule(removed, subRule);
        }

        _rules[rule] = -1;
        _gaps.Rules.Push(rule);
    }

    public Automaton Freeze()
    {
        _changedTests.ForEach(tests => tests.Freeze());
        _changedNodes.ForEach(node => node.Freeze());
        CompactPool();
        _paths.Trim();
        _keys.Trim();
        _conditions.Trim();
        _anchors.Trim();
        _complements.Trim();
        _subRules.Trim();
        _pool.Trim();
        _rules.Trim();
        return new Automaton
        {
            Root = _root,
            Paths = _paths,
            AbsencePaths = [.. _absencePaths],
            ConditionIndex = _conditionIndex,
            Keys = _keys,
            Rules = _rules,
            SubRuleCount = _subRuleCount,
            CoupledSubRuleCount = _coupledSubRuleCount,
            GramCount = CountGrams(),
            PoolWaste = _poolWaste,
            Conditions = _conditions,
            Anchors = _anchors,
            Complements = _complements,
            SubRules = _subRules,
            Pool = _pool,
            Gaps = _gaps,
            OnlyFields = CountOnlyFields(),
        };
    }

    private static int Take<T>(Stack<int> gaps, ref GrowList<T> list, T item)
    {
        if (gaps.TryPop(out int number))
        {
            list[number] = item;
            return number;
        }

        list.Add(item);
        return list.Count - 1;
    }

    private int AddSubRule(int rule, SubRule subRule, Dictionary<FieldCondition, int>? known)
    {
        int count = subRule.Fields.Length;
        int start = count == 1 ? 0 : _pool.Count;
        int anchor = -1;
        long fewest = long.MaxValue;
        foreach (FieldCondition field in subRule.Fields)
        {
            FieldNode leaf = OwnPath(field.Path, subRule.IsCoupled ? 1 : 0);
            FieldTests tests = OwnTests(leaf);
            int condition = FindOrAdd(field, tests, known);
            tests.RequiredBy += field.AcceptsAbsence ? 0 : 1;
            tests.CoupledSubRules += subRule.IsCoupled ? 1 : 0;
            long crowd = Crowd(field, _conditions[condition]);
            if (crowd < fewest)
            {
                (anchor, fewest) = (condition, crowd);
            }

            _conditions[condition].References++;
            if (count == 1)
            {
                start = condition;
            }
            else
            {
                _pool.Add(condition);
            }
        }

        int added = Take(_gaps.SubRules, ref _subRules, default);
        _subRules[added] = new SubRuleInfo
        {
            Rule = rule,
            Start = start,
            Count = count,
            Anchor = anchor,
            NextOfAnchor = _conditions[anchor].FirstSubRule,
            NextOfRule = -1,
            IsCoupled = subRule.IsCoupled,
        };
        if (_conditions[anchor].FirstSubRule < 0)
        {
            OpenAnchor(anchor);
        }

        _conditions[anchor].FirstSubRule = added;
        foreach (int condition in count == 1 ? [start] : _pool.Span[start..])
        {
            RefreshAnchor(condition);
        }

        _subRuleCount++;
        _coupledSubRuleCount += subRule.IsCoupled ? 1 : 0;
        return added;
    }

    private void RemoveSubRule(int removed, SubRule subRule)
    {
        SubRuleInfo info = _subRules[removed];
        int[] conditions = info.Count == 1 ? [info.Start] : _pool.Span.Slice(info.Start, info.Count).ToArray();
        foreach (FieldCondition field in subRule.Fields)
        {
            FieldTests tests = OwnTests(OwnPath(field.Path, subRule.IsCoupled ? -1 : 0));
            tests.RequiredBy -= field.AcceptsAbsence ? 0 : 1;
            tests.CoupledSubRules -= subRule.IsCoupled ? 1 : 0;
        }

        Unlink(removed, info);
        for (int i = 0; i < conditions.Length; i++)
        {
            if (--_conditions[conditions[i]].References == 0)
            {
                RemoveCondition(conditions[i], subRule.Fields[i], _paths[_conditions[conditions[i]].Path]!);
            }
            else
            {
                RefreshAnchor(conditions[i]);
            }
        }

        _subRules[removed] = new SubRuleInfo { Rule = -1 };
        _gaps.SubRules.Push(removed);
        _poolWaste += info.Count == 1 ? 0 : info.Count;
        _subRuleCount--;
        _coupledSubRuleCount -= info.IsCoupled ? 1 : 0;
    }

    private void Unlink(int removed, SubRuleInfo info)
    {
        ref int link = ref _conditions[info.Anchor].FirstSubRule;
        while (link != removed)
        {
            link = ref _subRules[link].NextOfAnchor;
        }

        link = info.NextOfAnchor;
        if (_conditions[info.Anchor].FirstSubRule < 0)
        {
            CloseAnchor(info.Anchor);
        }
    }

    /// <summary>Moves the conditions together when more than half of the pool is unused.</summary>
    private void CompactPool()
    {
        if (_poolWaste * 2 <= _pool.Count)
        {
            return;
        }

        GrowList<int> compact = new();
        foreach (ref SubRuleInfo subRule in _subRules.Items.AsSpan(0, _subRules.Count))
        {
            if (subRule.Rule < 0 || subRule.Count == 1)
            {
                continue;
            }

            int start = compact.Count;
            foreach (int condition in _pool.Span.Slice(subRule.Start, subRule.Count))
            {
                compact.Add(condition);
            }

            subRule.Start = start;
        }

        _pool = compact;
        _poolWaste = 0;
    }

    private int CountGrams()
    {
        int most = 0;
        foreach (FieldTests? tests in _paths.Span)
        {
            most = Math.Max(most, tests?.GramCount ?? 0);
        }

        return most;
    }

    private int CountOnlyFields()
    {
        if (_subRuleCount != 1)
        {
            return 0;
        }

        foreach (ref readonly SubRuleInfo subRule in _subRules.Span)
        {
            if (subRule.Rule >= 0)
            {
                return subRule.Count;
            }
        }

        return 0;
    }
}
