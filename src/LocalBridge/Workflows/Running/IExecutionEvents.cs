using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

/// <summary>Takes the status changes of Standard executions, to emit them as events.</summary>
/// <remarks>Implementations are safe for use from any thread and only enqueue.</remarks>
internal interface IExecutionEvents
{
    /// <summary>Gets whether a rule could care; otherwise nothing is computed.</summary>
    bool IsWanted { get; }

    /// <summary>Emits the event for an execution that began or ended. Called after the commit.</summary>
    /// <param name="execution">The execution after the change.</param>
    void OnStatusChanged(ExecutionRecord execution);
}
