using System.Collections.Immutable;

namespace LocalBridge.EventPatterns;

/// <summary>Tells why an event satisfies one combination of the <c>$or</c> branches of a pattern, or does not.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class CombinationExplanation
{
    internal CombinationExplanation(string branch, bool isMatch, ImmutableArray<FieldExplanation> fields, string? arrayConflict)
    {
        Branch = branch;
        IsMatch = isMatch;
        Fields = fields;
        ArrayConflict = arrayConflict;
    }

    /// <summary>Gets the branches taken, such as <c>$or[1]</c> or <c>detail.$or[0], $or[2]</c>; empty for a pattern without <c>$or</c>.</summary>
    public string Branch { get; }

    /// <summary>Gets whether the event satisfies this combination.</summary>
    public bool IsMatch { get; }

    /// <summary>Gets the fields this combination tests, in the order EventBridge tests them: that of their paths.</summary>
    public IReadOnlyList<FieldExplanation> Fields { get; }

    /// <summary>
    /// Gets a sentence naming the arrays in whose different elements the fields found their values, if every field is satisfied by itself and the
    /// combination is not; otherwise <see langword="null"/>.
    /// </summary>
    public string? ArrayConflict { get; }
}
