using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents everything the interpreter knows about one execution between two steps.</summary>
/// <remarks>Not safe for use from several threads; the shell gives each execution to one shard.</remarks>
public sealed class ExecutionState
{
    /// <summary>Initializes the state of an execution that has not begun: its first stimulus must be <see cref="Stimulus.Started"/>.</summary>
    /// <param name="definition">The revision of the definition it is bound to.</param>
    /// <param name="start">What it is started with.</param>
    /// <param name="limits">The limits; <see langword="null"/> for those of the service.</param>
    public ExecutionState(StateMachineDefinition definition, ExecutionStart start, InterpreterLimits? limits = null)
    {
        Definition = definition;
        Start = start;
        Limits = limits ?? InterpreterLimits.Default;
    }

    /// <summary>Gets the definition it runs.</summary>
    public StateMachineDefinition Definition { get; }

    /// <summary>Gets what it was started with.</summary>
    public ExecutionStart Start { get; }

    /// <summary>Gets the limits it runs under.</summary>
    public InterpreterLimits Limits { get; }

    /// <summary>Gets where it stands.</summary>
    public ExecutionStatus Status { get; internal set; } = ExecutionStatus.Running;

    /// <summary>Gets the number of the last history event, 0 before the first.</summary>
    public long LastEventId { get; internal set; }
}
