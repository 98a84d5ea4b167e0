using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

/// <summary>The return of an open execution from storage: pending tasks are dispatched again with the same attempt ids, timers armed anew.</summary>
internal sealed class ExecutionRecovery(RunningExecution execution, RestoredExecution open) : ShardWork
{
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Task => _applied.Task;

    internal override void Apply(Shard shard)
    {
        foreach (ScheduleTaskCommand task in open.Tasks)
        {
            if (open.SubmittedTasks.Contains(task.AttemptId))
            {
                execution.Checkpoint.OnSubmissionRead(task.AttemptId);
                shard.AwaitSubmitted(execution, task);
            }
            else
            {
                execution.Commands.Add(task);
            }
        }

        execution.Commands.AddRange(open.Timers);
        execution.HasMore = execution.State.HasMore;
        shard.Begin(execution);
        shard.MarkDirty(execution);
    }

    internal override void OnCommitted() => _applied.TrySetResult();

    internal override void OnAbandoned(Exception exception) => _applied.TrySetException(exception);
}
