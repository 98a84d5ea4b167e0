using System.Collections.Immutable;
using System.Text;

namespace LocalBridge.EventPatterns;

/// <summary>Tells why an event matches a pattern or does not.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class EventPatternExplanation
{
    internal EventPatternExplanation(ImmutableArray<CombinationExplanation> combinations, int nearest)
    {
        Combinations = combinations;
        Nearest = combinations[nearest];
    }

    /// <summary>Gets whether the event matches.</summary>
    public bool IsMatch => Nearest.IsMatch;

    /// <summary>
    /// Gets one explanation for each combination of <c>$or</c> branches, in reading order; exactly one for a pattern without <c>$or</c>. The pattern
    /// matches if one of them does.
    /// </summary>
    public IReadOnlyList<CombinationExplanation> Combinations { get; }

    /// <summary>Gets the combination that matches or, if none does, the one with the fewest unsatisfied fields.</summary>
    public CombinationExplanation Nearest { get; }

    /// <summary>Gets the fields of <see cref="Nearest"/>.</summary>
    public IReadOnlyList<FieldExplanation> Fields => Nearest.Fields;

    /// <summary>Returns the explanation as several lines of text.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(IsMatch ? "The event matches." : "The event does not match.");
        if (Combinations.Count > 1)
        {
            text.Append(IsMatch ? " The branch " : $" Of {Combinations.Count} combinations of $or branches the nearest is ");
            text.Append(Nearest.Branch).Append(IsMatch ? " is satisfied." : ".");
        }

        foreach (FieldExplanation field in Fields)
        {
            text.Append('\n').Append(field);
        }

        if (Nearest.ArrayConflict is not null)
        {
            text.Append("\n  ").Append(Nearest.ArrayConflict);
        }

        return text.ToString();
    }
}
