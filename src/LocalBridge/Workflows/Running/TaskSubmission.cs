using LocalBridge.Json;

namespace LocalBridge.Workflows.Running;

/// <summary>The word of a running handler that the request of its task was accepted.</summary>
internal sealed class TaskSubmission(RunningTask task, JsonValue output) : ShardWork
{
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal override RunningExecution Execution => task.Execution;

    internal Task Task => _committed.Task;

    internal override void Apply(Shard shard)
    {
        if (Execution.IsAwaiting(task.AttemptId))
        {
            task.Submit(shard, output);
        }
    }

    internal override void OnCommitted() => _committed.TrySetResult();

    internal override void OnAbandoned(Exception exception) => _committed.TrySetException(exception);
}
