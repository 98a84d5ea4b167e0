using System.Collections.Immutable;

namespace LocalBridge.EventPatterns.Compiled;

/// <summary>One combination of <c>$or</c> branches: conditions that must all hold, ordered by path as EventBridge tests them.</summary>
internal sealed class SubRule(string branch, ImmutableArray<FieldCondition> fields)
{
    /// <summary>The branches taken, for explanations; empty without <c>$or</c>.</summary>
    public string Branch { get; } = branch;

    public ImmutableArray<FieldCondition> Fields { get; } = fields;

    /// <summary>
    /// Whether two fields start with the same step. Only then can they lie in the same array, so that choosing an element for one has a say in the other.
    /// </summary>
    public bool IsCoupled { get; } = fields.Length > 1 && HasCommonStep(fields);

    private static bool HasCommonStep(ImmutableArray<FieldCondition> fields)
    {
        HashSet<string> steps = new(StringComparer.Ordinal);
        return !fields.All(field => steps.Add(field.Path.Split('.', 2)[0]));
    }
}
