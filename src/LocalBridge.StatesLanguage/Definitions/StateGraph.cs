using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents a set of states and where it begins: a whole state machine, one branch of a Parallel state or the processor of a Map state.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class StateGraph
{
    private readonly FrozenDictionary<string, State> _byName;

    internal StateGraph(string startAt, ImmutableArray<State> states, string? comment)
    {
        StartAt = startAt;
        States = states;
        Comment = comment;
        _byName = states.ToFrozenDictionary(static state => state.Name, StringComparer.Ordinal);
        Start = _byName[startAt];
    }

    /// <summary>Gets the name of the first state.</summary>
    public string StartAt { get; }

    /// <summary>Gets the states in the order in which they are written.</summary>
    public ImmutableArray<State> States { get; }

    /// <summary>Gets the comment, if any. That of a whole machine is <see cref="StateMachineDefinition.Comment"/>.</summary>
    public string? Comment { get; }

    internal State Start { get; }

    /// <summary>Finds a state by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="state">The state, if there is one.</param>
    /// <returns><see langword="true"/> when there is such a state in this graph; inner graphs are not searched.</returns>
    public bool TryGetState(string name, [NotNullWhen(true)] out State? state) => _byName.TryGetValue(name, out state);
}
