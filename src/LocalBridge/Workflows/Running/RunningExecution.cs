using System.Diagnostics.CodeAnalysis;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Persisting;
using TraceSpan = System.Diagnostics.Activity;

namespace LocalBridge.Workflows.Running;

/// <summary>Holds one execution while it runs: the interpreter's state and what the shell knows about its tasks and timers.</summary>
/// <remarks>Belongs to one owner at a time and needs no lock: to its shard, or, for an Express execution that has not blocked yet, to the
/// thread that started it.</remarks>
internal sealed class RunningExecution
{
    private readonly Dictionary<long, RunningTask> _tasks = [];
    private readonly Dictionary<long, ExecutionTimer> _timers = [];

    internal RunningExecution(Shard shard, ExecutionState state, ExecutionRecord record, long version = 0)
    {
        Shard = shard;
        State = state;
        state.ActivityExists = shard.Engine.Activities.Contains;
        Checkpoint = new PendingCheckpoint(state, record, version);
        LastEventId = state.LastEventId;
        IsOwnedByShard = !IsExpress;
        IsRecovered = version > 0;
    }

    internal Shard Shard { get; }

    internal ExecutionState State { get; }

    internal ExecutionStart Start => State.Start;

    internal string Arn => State.Start.ExecutionArn;

    internal bool IsExpress => State.Start.IsExpress;

    /// <summary>Gets the checkpoint in the making. An Express execution uses it as a summary only and never commits it.</summary>
    internal PendingCheckpoint Checkpoint { get; }

    internal ExecutionRecord Record => Checkpoint.Execution;

    /// <summary>Gets whether something of it is not in storage yet.</summary>
    internal bool NeedsCommit => !IsExpress && !Checkpoint.IsEmpty;

    internal ExecutionCompletion Completion { get; } = new();

    /// <summary>Gets the commands that wait for the commit.</summary>
    internal List<Command> Commands { get; } = [];

    /// <summary>Gets or sets how it ended; set by the step, told after the commit.</summary>
    internal ExecutionResult? Result { get; set; }

    internal long LastEventId { get; set; }

    /// <summary>Gets or sets whether the last step ended at its budget.</summary>
    internal bool HasMore { get; set; }

    /// <summary>Gets or sets whether it was stepped since the last commit.</summary>
    internal bool IsDirty { get; set; }

    /// <summary>Gets or sets whether its start has not been told yet.</summary>
    internal bool IsNew { get; set; }

    internal bool IsOwnedByShard { get; set; }

    /// <summary>Gets whether it was read back from storage.</summary>
    internal bool IsRecovered { get; }

    /// <summary>Gets what came for the execution before its shard owned it.</summary>
    internal List<ShardWork>? Deferred { get; set; }

    internal TraceSpan? Span { get; set; }

    internal IReadOnlyCollection<RunningTask> Tasks => _tasks.Values;

    internal IReadOnlyCollection<ExecutionTimer> Timers => _timers.Values;

    internal void AddTask(RunningTask task) => _tasks.Add(task.AttemptId, task);

    /// <summary>Tells whether the answer of an attempt still counts.</summary>
    internal bool IsAwaiting(long attemptId) => _tasks.ContainsKey(attemptId);

    internal bool TryRemoveTask(long attemptId, [NotNullWhen(true)] out RunningTask? task) => _tasks.Remove(attemptId, out task);

    internal void AddTimer(ExecutionTimer timer) => _timers.Add(timer.TimerId, timer);

    internal bool TryRemoveTimer(long timerId, [NotNullWhen(true)] out ExecutionTimer? timer) => _timers.Remove(timerId, out timer);

    internal void ClearTasksAndTimers()
    {
        _tasks.Clear();
        _timers.Clear();
    }
}
