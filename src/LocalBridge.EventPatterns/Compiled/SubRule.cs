using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>One combination of <c>$or</c> branches: conditions that must all hold, ordered by path as EventBridge tests them.</summary>
internal sealed class SubRule(string branch, ImmutableArray<FieldCondition> fields)
{
    /// <summary>The branches taken, for explanations; empty without <c>$or</c>.</summary>
    public string Branch { get; } = branch;

    public ImmutableArray<FieldCondition> Fields { get; } = fields;
}
