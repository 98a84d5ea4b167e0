using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.Running;

/// <summary>The end of the job that a <c>.sync</c> task waits for.</summary>
internal sealed class TaskJobEnd(RunningTask task, TaskOutcome outcome) : ShardWork
{
    internal override RunningExecution Execution => task.Execution;

    internal override void Apply(Shard shard)
    {
        if (!Execution.IsAwaiting(task.AttemptId))
        {
            return;
        }

        shard.EndTask(Execution, task.AttemptId);
        shard.Step(Execution, outcome.Kind == TaskOutcomeKind.Failed
            ? Stimulus.TaskFailed(shard.Now, task.AttemptId, outcome.Error, outcome.Cause)
            : Stimulus.TaskSucceeded(shard.Now, task.AttemptId, outcome.Output));
    }
}
