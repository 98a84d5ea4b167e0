using LocalBridge.EventPatterns.Rules;

namespace LocalBridge.EventPatterns;

/// <summary>Makes matchers for any number of rules.</summary>
/// <remarks>Safe to call from any thread.</remarks>
public static class EventPatternMatcher
{
    /// <summary>Returns a matcher without rules.</summary>
    /// <typeparam name="TRule">What stands for a rule: a name, a number, an object of yours.</typeparam>
    public static EventPatternMatcher<TRule> Create<TRule>()
        where TRule : notnull => Create<TRule>(null);

    /// <summary>Returns a matcher without rules.</summary>
    /// <typeparam name="TRule">What stands for a rule.</typeparam>
    /// <param name="comparer">Tells rules apart; <see langword="null"/> for the default.</param>
    public static EventPatternMatcher<TRule> Create<TRule>(IEqualityComparer<TRule>? comparer)
        where TRule : notnull => new(RuleTable<TRule>.Create(comparer ?? EqualityComparer<TRule>.Default));

    /// <summary>Returns a matcher of many rules. This is far cheaper than adding them one by one.</summary>
    /// <typeparam name="TRule">What stands for a rule.</typeparam>
    /// <param name="rules">The rules, each with its pattern.</param>
    /// <param name="comparer">Tells rules apart; <see langword="null"/> for the default.</param>
    /// <exception cref="ArgumentException">A rule comes twice.</exception>
    public static EventPatternMatcher<TRule> CreateRange<TRule>(
        IEnumerable<KeyValuePair<TRule, EventPattern>> rules, IEqualityComparer<TRule>? comparer = null)
        where TRule : notnull => Create(comparer).AddRange(rules);
}
