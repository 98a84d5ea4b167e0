using LocalBridge.EventPatterns.Automata;
using LocalBridge.EventPatterns.Automata.Tables;

namespace LocalBridge.EventPatterns.Rules;

/// <summary>The rules of a matcher by the numbers their automaton knows them by. Immutable; an editor makes the next one.</summary>
internal sealed class RuleTable<TRule>
    where TRule : notnull
{
    public required IEqualityComparer<TRule> Comparer { get; init; }

    public required Automaton Automaton { get; init; }

    /// <summary>The rules by number.</summary>
    public required TRule[] Values { get; init; }

    /// <summary>The JSON of their patterns by number; <see langword="null"/> where no rule is.</summary>
    public required string?[] Patterns { get; init; }

    /// <summary>The numbers by hash of the rule.</summary>
    public required SlotIndex Index { get; init; }

    public required int Count { get; init; }

    public IEnumerable<KeyValuePair<TRule, string>> Entries
    {
        get
        {
            for (int number = 0; number < Patterns.Length; number++)
            {
                if (Patterns[number] is string pattern)
                {
                    yield return new(Values[number], pattern);
                }
            }
        }
    }

    public static RuleTable<TRule> Create(IEqualityComparer<TRule> comparer) => new()
    {
        Comparer = comparer,
        Automaton = Automaton.Empty,
        Values = [],
        Patterns = [],
        Index = new SlotIndex(),
        Count = 0,
    };

    /// <summary>The number of a rule, or -1.</summary>
    public int IndexOf(TRule rule) => IndexOf(rule, Index, Values, Comparer);

    public static int IndexOf(TRule rule, SlotIndex index, TRule[] values, IEqualityComparer<TRule> comparer)
    {
        uint hash = (uint)comparer.GetHashCode(rule);
        int cursor = -1;
        int number = index.Next(hash, ref cursor);
        while (number >= 0 && !comparer.Equals(values[number], rule))
        {
            number = index.Next(hash, ref cursor);
        }

        return number;
    }
}
