using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Represents an execution that has not ended, as it is read back at the start of a bridge.</summary>
/// <remarks>Instances are immutable, but <see cref="State"/> is handed over: the reader goes on with it.</remarks>
public sealed record OpenExecution
{
    /// <summary>Gets the summary.</summary>
    public required ExecutionRecord Execution { get; init; }

    /// <summary>Gets the stored version.</summary>
    public required long Version { get; init; }

    /// <summary>Gets the state of the interpreter.</summary>
    public required ExecutionState State { get; init; }

    /// <summary>Gets the task attempts that wait for an answer, by rising number.</summary>
    public required ImmutableArray<ScheduleTaskCommand> Tasks { get; init; }

    /// <summary>Gets which of the attempts were submitted and are not to be dispatched again.</summary>
    public required ImmutableHashSet<long> SubmittedTasks { get; init; }

    /// <summary>Gets the timers that have not fired, by rising number.</summary>
    public required ImmutableArray<StartTimerCommand> Timers { get; init; }
}
