using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Represents one element of <c>Choices</c>: a rule and where to go on when it holds.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ChoiceBranch
{
    private readonly StateReference _next;

    internal ChoiceBranch(ChoiceRule rule, StateReference next, PayloadTemplate? assign, PayloadTemplate? output, string? comment)
    {
        Rule = rule;
        _next = next;
        Assign = assign;
        Output = output;
        Comment = comment;
    }

    /// <summary>Gets the name of the state to go on with.</summary>
    public string Next => _next.Name;

    /// <summary>Gets the variables to assign when the rule holds, if any; they take the place of the state's own.</summary>
    public PayloadTemplate? Assign { get; }

    /// <summary>Gets the JSONata template of the state's output when the rule holds, if it has one; it takes the place of the state's own.</summary>
    public PayloadTemplate? Output { get; }

    /// <summary>Gets the comment, if any.</summary>
    public string? Comment { get; }

    internal ChoiceRule Rule { get; }

    internal State Target => _next.Target;
}
