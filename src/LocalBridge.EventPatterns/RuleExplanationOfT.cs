namespace LocalBridge.EventPatterns;

/// <summary>Tells why an event does not match one rule of a matcher.</summary>
/// <typeparam name="TRule">What stands for a rule.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleExplanation<TRule>
    where TRule : notnull
{
    internal RuleExplanation(TRule rule, EventPatternExplanation explanation)
    {
        Rule = rule;
        Explanation = explanation;
    }

    /// <summary>Gets the rule.</summary>
    public TRule Rule { get; }

    /// <summary>Gets the explanation, field by field.</summary>
    public EventPatternExplanation Explanation { get; }

    /// <summary>
    /// Gets how many fields are not satisfied, in the combination of <c>$or</c> branches that comes nearest. It is 0 if every field is satisfied by itself,
    /// but not all of them in the same elements of an array.
    /// </summary>
    public int FailingFields => Explanation.Fields.Count(static tested => !tested.IsMatch);

    /// <summary>Returns the rule and its explanation as several lines of text.</summary>
    public override string ToString() => $"{Rule}: {Explanation}";
}
