using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Rules;

/// <summary>Makes a new table of rules from an old one.</summary>
internal sealed class RuleTableEditor<TRule>
    where TRule : notnull
{
    private readonly IEqualityComparer<TRule> _comparer;
    private readonly AutomatonEditor _automaton;
    private readonly SlotIndex _index;
    private GrowList<TRule> _values;
    private GrowList<string?> _patterns;
    private int _count;

    public RuleTableEditor(RuleTable<TRule> source)
    {
        _comparer = source.Comparer;
        _automaton = new AutomatonEditor(source.Automaton);
        _index = source.Index.Clone();
        _values = new GrowList<TRule> { Items = source.Values, Count = source.Automaton.Rules.Count }.Clone();
        _patterns = new GrowList<string?> { Items = source.Patterns, Count = source.Automaton.Rules.Count }.Clone();
        _count = source.Count;
    }

    /// <summary>Adds a rule, unless it is there.</summary>
    public bool TryAdd(TRule rule, EventPattern pattern)
    {
        if (RuleTable<TRule>.IndexOf(rule, _index, _values.Items, _comparer) >= 0)
        {
            return false;
        }

        int number = _automaton.Add(pattern.Compiled);
        if (number == _values.Count)
        {
            _values.Add(rule);
            _patterns.Add(null);
        }

        _values[number] = rule;
        _patterns[number] = pattern.Json;
        _index.Add((uint)_comparer.GetHashCode(rule), number);
        _count++;
        return true;
    }

    /// <summary>Removes a rule, if it is there.</summary>
    public void Remove(TRule rule)
    {
        int number = RuleTable<TRule>.IndexOf(rule, _index, _values.Items, _comparer);
        if (number < 0)
        {
            return;
        }

        _automaton.Remove(number, EventPattern.Parse(_patterns[number]!, EventPatternOptions.Unlimited).Compiled);
        _index.Remove((uint)_comparer.GetHashCode(rule), number);
        _values[number] = default!;
        _patterns[number] = null;
        _count--;
    }

    public RuleTable<TRule> Freeze()
    {
        _values.Trim();
        _patterns.Trim();
        return new RuleTable<TRule>
        {
            Comparer = _comparer,
            Automaton = _automaton.Freeze(),
            Values = _values.Items,
            Patterns = _patterns.Items,
            Index = _index,
            Count = _count,
        };
    }
}
