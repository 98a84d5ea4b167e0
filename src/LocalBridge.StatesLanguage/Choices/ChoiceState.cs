using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Represents a Choice state: it decides where to go on.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ChoiceState : State
{
    private readonly StateReference? _default;

    internal ChoiceState(StateFields fields, ImmutableArray<ChoiceBranch> choices, StateReference? defaultReference)
        : base(fields)
    {
        Choices = choices;
        _default = defaultReference;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Choice;

    /// <summary>Gets the rules in the order in which they are tried; never empty.</summary>
    public ImmutableArray<ChoiceBranch> Choices { get; }

    /// <summary>Gets the name of the state to go on with when no rule matches, if any.</summary>
    public string? Default => _default?.Name;

    internal State? DefaultState => _default?.Target;
}
