using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LocalBridge.Rules;

/// <summary>The rules of one bus. Readers see one consistent state without a lock; writers go one after another.</summary>
internal sealed class RuleTable
{
    /// <summary>Serialises writers.</summary>
    private readonly Lock _gate = new();

    private State _state = new(ImmutableSortedDictionary.Create<string, RegisteredRule>(StringComparer.Ordinal), RuleMatcher.Empty);

    internal RuleMatcher Matcher => Volatile.Read(ref _state).Matcher;

    /// <summary>Gets the rules by name.</summary>
    internal ImmutableSortedDictionary<string, RegisteredRule> Rules => Volatile.Read(ref _state).Rules;

    internal bool TryGet(string name, [NotNullWhen(true)] out RegisteredRule? rule) => Rules.TryGetValue(name, out rule);

    /// <summary>Replaces the rule of a name by what a function makes of it. The function runs under the lock; it may throw, and then nothing changes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="change">Gets the rule, or null; returns the new one, or null to delete it.</param>
    internal void Change(string name, Func<RegisteredRule?, RegisteredRule?> change)
    {
        lock (_gate)
        {
            ImmutableSortedDictionary<string, RegisteredRule> rules = _state.Rules;
            RegisteredRule? old = rules.GetValueOrDefault(name);
            RegisteredRule? changed = change(old);
            if (ReferenceEquals(changed, old))
                return;
            rules = changed is null ? rules.Remove(name) : rules.SetItem(name, changed);
            Volatile.Write(ref _state, new State(rules, _state.Matcher.With(old, changed)));
        }
    }

    private sealed record State(ImmutableSortedDictionary<string, RegisteredRule> Rules, RuleMatcher Matcher);
}
