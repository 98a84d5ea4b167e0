using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Represents a Parallel state: it runs branches at the same time.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ParallelState : State
{
    internal ParallelState(StateFields fields, ImmutableArray<StateGraph> branches)
        : base(fields)
    {
        Branches = branches;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Parallel;

    /// <summary>Gets the branches; never empty.</summary>
    public ImmutableArray<StateGraph> Branches { get; }
}
