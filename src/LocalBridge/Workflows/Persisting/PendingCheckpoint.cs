using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Gathers what the steps of one execution have changed since its last checkpoint.</summary>
/// <remarks>Belongs to the owner of the execution. An Express execution uses it as a summary only and never commits it: nothing is gathered for one.</remarks>
internal sealed class PendingCheckpoint(ExecutionState state, ExecutionRecord execution, long version = 0)
{
    private ExecutionCheckpoint? _operation;
    private HashSet<long>? _submitted; // attempts whose submission is in storage or about to be; most executions never submit

    internal ExecutionState State { get; } = state;

    /// <summary>Gets or sets the summary after the checkpoint.</summary>
    internal ExecutionRecord Execution { get; set; } = execution;

    /// <summary>Gets or sets the version in storage; 0 before the first commit.</summary>
    internal long Version { get; set; } = version;

    internal long NewVersion => Version + 1;

    /// <summary>Gets the operation that is filled and committed, again and again.</summary>
    internal ExecutionCheckpoint Operation => _operation ??= new ExecutionCheckpoint
    {
        ExecutionArn = Execution.ExecutionArn,
        StateMachineArn = Execution.StateMachineArn,
        StartDate = Execution.StartDate,
        ExpectedVersion = Version,
        Status = Execution.Status,
    };

    internal List<HistoryEvent> Events => field ??= [];

    /// <summary>Gets the attempts that were scheduled and still wait for an answer.</summary>
    internal List<ScheduleTaskCommand> ScheduledTasks => field ??= [];

    internal List<long> SubmittedTasks => field ??= [];

    internal List<ExecutionPartRange> EndedParts => field ??= [];

    /// <summary>Gets the timers that were started and are still needed.</summary>
    internal List<StartTimerCommand> StartedTimers => field ??= [];

    /// <summary>Gets whether there is nothing to commit.</summary>
    internal bool IsEmpty =>
        Version > 0
        && Events.Count == 0
        && ScheduledTasks.Count == 0
        && SubmittedTasks.Count == 0
        && EndedParts.Count == 0
        && StartedTimers.Count == 0;

    internal void OnSubmitted(long attemptId)
    {
        SubmittedTasks.Add(attemptId);
        (_submitted ??= []).Add(attemptId);
    }

    /// <summary>Takes note that the storage knows of a submission.</summary>
    internal void OnSubmissionRead(long attemptId) => (_submitted ??= []).Add(attemptId);

    internal void OnTaskEnded(long attemptId)
    {
        // One that came and went since the last checkpoint never shows in storage.
        int index = ScheduledTasks.Count - 1;
        while (index >= 0 && ScheduledTasks[index].AttemptId != attemptId)
        {
            index--;
        }

        if (index >= 0)
        {
            ScheduledTasks.RemoveAt(index);
            SubmittedTasks.Remove(attemptId);
            _submitted?.Remove(attemptId);
            return;
        }

        EndedParts.Add(new ExecutionPartRange(ExecutionParts.Task, attemptId, attemptId));
        if (_submitted is not null && _submitted.Remove(attemptId))
        {
            SubmittedTasks.Remove(attemptId);
            EndedParts.Add(new ExecutionPartRange(ExecutionParts.Submission, attemptId, attemptId));
        }
    }

    internal void OnTimerEnded(long timerId)
    {
        int index = StartedTimers.Count - 1;
        while (index >= 0 && StartedTimers[index].TimerId != timerId)
        {
            index--;
        }

        if (index >= 0)
        {
            StartedTimers.RemoveAt(index);
        }
        else
        {
            EndedParts.Add(new ExecutionPartRange(ExecutionParts.Timer, timerId, timerId));
        }
    }

    internal void OnCommitted()
    {
        Version = NewVersion;
        Events.Clear();
        ScheduledTasks.Clear();
        SubmittedTasks.Clear();
        EndedParts.Clear();
        StartedTimers.Clear();
    }
}
