using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Running;

/// <summary>Something that was sent with a task token: a result, a failure, a heartbeat, or that an activity worker took the task.</summary>
internal sealed class TaskTokenAnswer(RunningTask task, StimulusKind kind, JsonValue output, string? error, string? cause) : ShardWork
{
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLate;

    internal override RunningExecution Execution => task.Execution;

    internal Task Task => _committed.Task;

    internal override void Apply(Shard shard)
    {
        _isLate = Execution.Result is not null || !Execution.IsAwaiting(task.AttemptId);
        if (_isLate)
        {
            return;
        }

        if (kind is StimulusKind.TaskSucceeded or StimulusKind.TaskFailed)
        {
            shard.EndTask(Execution, task.AttemptId);
        }

        shard.Step(Execution, kind switch
        {
            StimulusKind.TaskSucceeded => Stimulus.TaskSucceeded(shard.Now, task.AttemptId, output),
            StimulusKind.TaskFailed => Stimulus.TaskFailed(shard.Now, task.AttemptId, error, cause),
            StimulusKind.TaskStarted => Stimulus.TaskStarted(shard.Now, task.AttemptId, error),
            _ => Stimulus.TaskHeartbeat(shard.Now, task.AttemptId),
        });
    }

    internal override void OnCommitted()
    {
        if (_isLate)
        {
            _committed.TrySetException(TaskTokens.TaskEnded());
        }
        else
        {
            _committed.TrySetResult();
        }
    }

    internal override void OnAbandoned(Exception exception) => _committed.TrySetException(exception);
}
