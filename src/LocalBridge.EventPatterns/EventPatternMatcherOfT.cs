using System.Diagnostics.CodeAnalysis;
using LocalBridge.EventPatterns.Explaining;
using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Rules;

namespace LocalBridge.EventPatterns;

/// <summary>Represents rules whose event patterns are matched together: what an event costs does not grow with the rules that do not match.</summary>
/// <typeparam name="TRule">What stands for a rule: a name, a number, an object of yours. The matcher hands it back when its pattern matches.</typeparam>
/// <remarks>
/// Immutable: adding, replacing and removing give a new matcher that shares what did not change, so a rule set in use is replaced by assigning a field.
/// Every member is safe to call from any number of threads at once, takes no lock, and matching allocates nothing.
/// </remarks>
/// <example>
/// <code>
/// EventPatternMatcher&lt;string&gt; matcher = EventPatternMatcher.Create&lt;string&gt;()
///     .Add("large-orders", EventPattern.Parse("""{ "detail": { "total": [{ "numeric": [">", 100] }] } }"""))
///     .Add("all-orders", EventPattern.Parse("""{ "source": ["shop.orders"] }"""));
/// var matched = new List&lt;string&gt;();
/// matcher.Match("""{ "source": "shop.orders", "detail": { "total": 250 } }"""u8, matched);
/// </code>
/// </example>
public sealed class EventPatternMatcher<TRule>
    where TRule : notnull
{
    private readonly RuleTable<TRule> _rules;

    internal EventPatternMatcher(RuleTable<TRule> rules) => _rules = rules;

    /// <summary>Gets how many rules there are.</summary>
    public int Count => _rules.Count;

    /// <summary>Gets the rules, each with the JSON of its pattern, in no particular order.</summary>
    public IEnumerable<KeyValuePair<TRule, string>> Rules => _rules.Entries;

    internal Automata.Automaton Automaton => _rules.Automaton;

    /// <summary>Returns whether a rule is there.</summary>
    /// <param name="rule">The rule.</param>
    public bool Contains(TRule rule) => _rules.IndexOf(rule) >= 0;

    /// <summary>Returns a matcher with one rule more.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="pattern">Its pattern.</param>
    /// <exception cref="ArgumentException">The rule is there already.</exception>
    public EventPatternMatcher<TRule> Add(TRule rule, EventPattern pattern) => AddRange([new(rule, pattern)]);

    /// <summary>Returns a matcher with more rules. One copy serves all of them.</summary>
    /// <param name="rules">The rules, each with its pattern.</param>
    /// <exception cref="ArgumentException">A rule is there already, or comes twice.</exception>
    public EventPatternMatcher<TRule> AddRange(IEnumerable<KeyValuePair<TRule, EventPattern>> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        RuleTableEditor<TRule> editor = new(_rules);
        foreach ((TRule rule, EventPattern pattern) in rules)
        {
            ThrowIfNull(rule, pattern);
            if (!editor.TryAdd(rule, pattern))
            {
                throw new ArgumentException($"The rule '{rule}' is there already. Use SetItem to replace its pattern.", nameof(rules));
            }
        }

        return new EventPatternMatcher<TRule>(editor.Freeze());
    }

    /// <summary>Returns a matcher in which a rule has this pattern, whether it was there before or not.</summary>
    /// <param name="rule">The rule. If an equal one was there, this one takes its place.</param>
    /// <param name="pattern">Its pattern.</param>
    public EventPatternMatcher<TRule> SetItem(TRule rule, EventPattern pattern)
    {
        ThrowIfNull(rule, pattern);
        RuleTableEditor<TRule> editor = new(_rules);
        editor.Remove(rule);
        editor.TryAdd(rule, pattern);
        return new EventPatternMatcher<TRule>(editor.Freeze());
    }

    /// <summary>Returns a matcher without a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The new matcher, or this one if the rule was not there.</returns>
    public EventPatternMatcher<TRule> Remove(TRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Contains(rule))
        {
            return this;
        }

        RuleTableEditor<TRule> editor = new(_rules);
        editor.Remove(rule);
        return new EventPatternMatcher<TRule>(editor.Freeze());
    }

    /// <summary>Finds the rules whose patterns match an event. The whole event is checked on the way.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8. Text after its closing brace is ignored.</param>
    /// <param name="matches">Gets the rules, each once, in no particular order.</param>
    /// <returns>How many match. If there are more than <paramref name="matches"/> has room for, it is filled and the rest is left out.</returns>
    /// <exception cref="EventFormatException">The event is not a readable JSON object.</exception>
    public int Match(ReadOnlySpan<byte> utf8Event, Span<TRule> matches) => Match(utf8Event, EventGuarantees.None, matches);

    /// <summary>Finds the rules whose patterns match an event, relying on what the caller knows about it.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <param name="guarantees">What is known about the event. What is known is not checked again, and lets reading stop early.</param>
    /// <param name="matches">Gets the rules, each once, in no particular order.</param>
    /// <returns>How many match. If there are more than <paramref name="matches"/> has room for, it is filled and the rest is left out.</returns>
    /// <exception cref="EventFormatException">
    /// The event is not a readable JSON object. With <see cref="EventGuarantees.WellFormed"/> this is noticed only where matching stumbles over it.
    /// </exception>
    public int Match(ReadOnlySpan<byte> utf8Event, EventGuarantees guarantees, Span<TRule> matches)
    {
        MatchScratch scratch = MatchScratch.Begin(_rules.Automaton);
        EventMatcher.Run(scratch, utf8Event, guarantees);
        ReadOnlySpan<int> numbers = scratch.Matches.Span;
        TRule[] rules = _rules.Values;
        for (int i = 0; i < numbers.Length && i < matches.Length; i++)
        {
            matches[i] = rules[numbers[i]];
        }

        int count = numbers.Length;
        scratch.End();
        return count;
    }

    /// <summary>Finds the rules whose patterns match an event. The whole event is checked on the way.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8. Text after its closing brace is ignored.</param>
    /// <param name="matches">The rules are added here, each once, in no particular order. Nothing is allocated while it has capacity.</param>
    /// <returns>How many match.</returns>
    /// <exception cref="EventFormatException">The event is not a readable JSON object.</exception>
    [SuppressMessage("Design", "CA1002", Justification = "A list is the caller's buffer: it grows, and adding to it allocates nothing.")]
    public int Match(ReadOnlySpan<byte> utf8Event, List<TRule> matches) => Match(utf8Event, EventGuarantees.None, matches);

    /// <summary>Finds the rules whose patterns match an event, relying on what the caller knows about it.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <param name="guarantees">What is known about the event. What is known is not checked again, and lets reading stop early.</param>
    /// <param name="matches">The rules are added here, each once, in no particular order. Nothing is allocated while it has capacity.</param>
    /// <returns>How many match.</returns>
    /// <exception cref="EventFormatException">
    /// The event is not a readable JSON object. With <see cref="EventGuarantees.WellFormed"/> this is noticed only where matching stumbles over it.
    /// </exception>
    [SuppressMessage("Design", "CA1002", Justification = "A list is the caller's buffer: it grows, and adding to it allocates nothing.")]
    public int Match(ReadOnlySpan<byte> utf8Event, EventGuarantees guarantees, List<TRule> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        MatchScratch scratch = MatchScratch.Begin(_rules.Automaton);
        EventMatcher.Run(scratch, utf8Event, guarantees);
        TRule[] rules = _rules.Values;
        foreach (int number in scratch.Matches.Span)
        {
            matches.Add(rules[number]);
        }

        int count = scratch.Matches.Count;
        scratch.End();
        return count;
    }

    /// <summary>Explains what became of an event: which rules match, and which came nearest. Meant for people and tests, not for the hot path.</summary>
    /// <param name="utf8Event">The event: a JSON object in UTF-8.</param>
    /// <param name="maximumNearest">How many of the rules that do not match to explain: those with the fewest fields to blame.</param>
    /// <exception cref="EventFormatException">The event is not a readable JSON object.</exception>
    public RuleSetExplanation<TRule> Explain(ReadOnlySpan<byte> utf8Event, int maximumNearest = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumNearest);
        return RuleSetExplainer.Explain(_rules, utf8Event, maximumNearest);
    }

    private static void ThrowIfNull(TRule rule, EventPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(pattern);
    }
}
