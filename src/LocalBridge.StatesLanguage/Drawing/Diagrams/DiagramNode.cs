using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>A state as it is drawn.</summary>
internal sealed class DiagramNode
{
    /// <summary>A name for texts that need plain identifiers: <c>s</c> and the number of the state in the definition.</summary>
    internal required string Id { get; init; }

    internal required string Name { get; init; }

    internal required StateType Type { get; init; }

    /// <summary>The type and what matters most about the state, for example <c>Wait · 30 s</c>.</summary>
    internal required string Caption { get; init; }

    internal string? Comment { get; init; }

    /// <summary>Whether the machine, branch or iteration ends with it.</summary>
    internal required bool IsEnd { get; init; }

    /// <summary>Whether a mark has to say that the flow ends here; Succeed and Fail states say so by themselves.</summary>
    internal bool NeedsEndMark => IsEnd && Type is not (StateType.Succeed or StateType.Fail);

    /// <summary>The labels of transitions from the state to itself.</summary>
    internal List<string> SelfLabels { get; } = [];

    /// <summary>The branches of a Parallel state, or the processor of a Map state.</summary>
    internal ImmutableArray<DiagramGraph> Groups { get; init; } = [];

    /// <summary>What is tried again, a line for each retrier.</summary>
    internal ImmutableArray<string> Retries { get; init; } = [];

    /// <summary>What happened to it in the overlay; null without one.</summary>
    internal StatePath? Path { get; init; }
}
