using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Represents an open execution that was read back.</summary>
internal sealed record RestoredExecution(
    ExecutionState State,
    ExecutionRecord Execution,
    long Version,
    ImmutableArray<ScheduleTaskCommand> Tasks,
    ImmutableHashSet<long> SubmittedTasks,
    ImmutableArray<StartTimerCommand> Timers);
