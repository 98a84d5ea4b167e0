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
    private TRule[] _values;
    private string?[] _patterns;
    private int _count;

    public RuleTableEditor(RuleTable<TRule> source)
    {
        _comparer = source.Comparer;
        _automaton = new AutomatonEditor(source.Automaton);
        _index = source.Index.Clone();
        _values = [.. source.Values];
        _patterns = [.. source.Patterns];
        _count = source.Count;
    }

    /// <summary>Adds a rule, unless it is there.</summary>
    public bool TryAdd(TRule rule, EventPattern pattern)
    {
        if (RuleTable<TRule>.IndexOf(rule, _index, _values, _comparer) >= 0)
        {
            return false;
        }

        int number = _automaton.Add(pattern.Compiled);
        if (number >= _values.Length)
        {
            int capacity = Math.Max(number + 1, _values.Length * 2);
            Array.Resize(ref _values, capacity);
            Array.Resize(ref _patterns, capacity);
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
        int number = RuleTable<TRule>.IndexOf(rule, _index, _values, _comparer);
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
        Automaton automaton = _automaton.Freeze();
        Array.Resize(ref _values, automaton.Rules.Count);
        Array.Resize(ref _patterns, automaton.Rules.Count);
        return new RuleTable<TRule>
        {
            Comparer = _comparer,
            Automaton = automaton,
            Values = _values,
            Patterns = _patterns,
            Index = _index,
            Count = _count,
        };
    }
}
