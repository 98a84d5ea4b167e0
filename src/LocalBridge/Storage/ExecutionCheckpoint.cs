using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Stores how far an execution has come: everything that its steps since the last checkpoint have changed.</summary>
/// <remarks>
/// <para>It holds only what is new, so that its cost does not grow with the length of the history. Tasks and timers are added before ended
/// ones are removed: one that began and ended within the checkpoint is in both lists.</para>
/// <para>Owned and reused by the runtime: valid only until the commit completes.</para>
/// </remarks>
public sealed class ExecutionCheckpoint : StorageOperation
{
    internal ExecutionCheckpoint(ExecutionState state, ExecutionRecord execution)
    {
        State = state;
        Execution = execution;
    }

    /// <summary>Gets the summary after the checkpoint. When its status is not running the execution has ended: its state, tasks and
    /// timers are no longer needed.</summary>
    public ExecutionRecord Execution { get; internal set; }

    /// <summary>Gets the version that must be stored; 0 when the execution must not exist yet.</summary>
    public long ExpectedVersion { get; internal set; }

    /// <summary>Gets the version after the checkpoint.</summary>
    public long NewVersion => ExpectedVersion + 1;

    /// <summary>Gets the state of the interpreter after the checkpoint. <see cref="ExecutionStateSerializer.WriteChanges"/> tells what the
    /// checkpoint has changed in it, <see cref="ExecutionStateSerializer.Write"/> writes all of it.</summary>
    public ExecutionState State { get; }

    /// <summary>Gets the history events to append, by rising id.</summary>
    public IReadOnlyList<HistoryEvent> Events => EventList;

    /// <summary>Gets the task attempts that were scheduled and now wait for an answer.</summary>
    public IReadOnlyList<ScheduleTaskCommand> ScheduledTasks => ScheduledTaskList;

    /// <summary>Gets the attempts whose request was accepted and which now wait for a job or a token: they are not dispatched again.</summary>
    public IReadOnlyList<long> SubmittedTasks => SubmittedTaskList;

    /// <summary>Gets the attempts that no longer wait.</summary>
    public IReadOnlyList<long> EndedTasks => EndedTaskList;

    /// <summary>Gets the timers that were started.</summary>
    public IReadOnlyList<StartTimerCommand> StartedTimers => StartedTimerList;

    /// <summary>Gets the timers that fired or are no longer needed.</summary>
    public IReadOnlyList<long> EndedTimers => EndedTimerList;

    internal List<HistoryEvent> EventList { get; } = [];

    internal List<ScheduleTaskCommand> ScheduledTaskList { get; } = [];

    internal List<long> SubmittedTaskList { get; } = [];

    internal List<long> EndedTaskList { get; } = [];

    internal List<StartTimerCommand> StartedTimerList { get; } = [];

    internal List<long> EndedTimerList { get; } = [];

    /// <summary>Gets whether there is nothing to commit.</summary>
    internal bool IsEmpty =>
        ExpectedVersion > 0
        && EventList.Count == 0
        && ScheduledTaskList.Count == 0
        && SubmittedTaskList.Count == 0
        && EndedTaskList.Count == 0
        && StartedTimerList.Count == 0
        && EndedTimerList.Count == 0;

    internal void OnCommitted()
    {
        ExpectedVersion = NewVersion;
        ExecutionStateSerializer.AcceptChanges(State);
        EventList.Clear();
        ScheduledTaskList.Clear();
        SubmittedTaskList.Clear();
        EndedTaskList.Clear();
        StartedTimerList.Clear();
        EndedTimerList.Clear();
    }
}
