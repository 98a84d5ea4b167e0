using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>A path of the pattern with all conditions on it, over all sub-rules.</summary>
internal sealed class FieldPath(string name, ImmutableArray<FieldCondition> conditions)
{
    public string Name { get; } = name;

    public ImmutableArray<FieldCondition> Conditions { get; } = conditions;

    /// <summary>Whether a value matters even if no condition accepts it: it may contradict <c>{"exists": false}</c>.</summary>
    public bool PresenceMatters { get; } = conditions.Any(condition => condition.AcceptsAbsence);
}
