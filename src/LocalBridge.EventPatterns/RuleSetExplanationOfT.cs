using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LocalBridge.EventPatterns;

/// <summary>Tells what became of an event among the rules of a matcher.</summary>
/// <typeparam name="TRule">What stands for a rule.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleSetExplanation<TRule>
    where TRule : notnull
{
    internal RuleSetExplanation(int ruleCount, ImmutableArray<TRule> matches, ImmutableArray<RuleExplanation<TRule>> nearest)
    {
        RuleCount = ruleCount;
        Matches = matches;
        Nearest = nearest;
    }

    /// <summary>Gets how many rules there are.</summary>
    public int RuleCount { get; }

    /// <summary>Gets the rules that match.</summary>
    public IReadOnlyList<TRule> Matches { get; }

    /// <summary>
    /// Gets the rules that came nearest without matching: those with the fewest fields to blame first, and among these the ones with the most fields satisfied.
    /// </summary>
    public IReadOnlyList<RuleExplanation<TRule>> Nearest { get; }

    /// <summary>Returns the explanation as several lines of text.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Matches.Count} of {RuleCount} rules match{(Matches.Count == 0 ? "." : ": ")}");
        text.AppendJoin(", ", Matches);
        foreach (RuleExplanation<TRule> rule in Nearest)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNear miss, {rule.FailingFields} failing: {rule}");
        }

        return text.ToString();
    }
}
