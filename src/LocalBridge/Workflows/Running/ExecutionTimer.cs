namespace LocalBridge.Workflows.Running;

/// <summary>Represents one timer of an execution.</summary>
/// <remarks>Owned by the owner of the execution.</remarks>
internal sealed class ExecutionTimer(RunningExecution execution, long timerId, DateTimeOffset dueTime)
{
    internal RunningExecution Execution { get; } = execution;

    internal long TimerId { get; } = timerId;

    internal DateTimeOffset DueTime { get; } = dueTime;

    /// <summary>Gets or sets whether the timer is in the queue of a shard.</summary>
    internal bool IsQueued { get; set; }

    internal bool IsCancelled { get; set; }
}
