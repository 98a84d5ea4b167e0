
namespace LocalBridge.Workflows.Running;

internal sealed partial class Shard
{
    private protected override void OnStepped(RunningExecution execution) => MarkDirty(execution);

    private protected override void Launch(RunningTask task)
    {
        if (_held is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_held, preferLocal: true);
        }

        _held = task;
    }

    private protected override void Queue(ExecutionTimer timer) => Timers.Add(timer);

    private protected override void OnCancelled(ExecutionTimer timer) => Timers.OnCancelled();

    private protected override void Continue(RunningExecution execution)
    {
        Engine.Idle.Enter();
        _ready.Enqueue(new ExecutionContinuation(execution));
    }

    private protected override void OnEnded(RunningExecution execution) => _executions.Remove(execution.Arn);

    private void CarryOutRound()
    {
        foreach (ShardWork work in _round)
        {
            work.OnCommitted();
        }

        foreach (RunningExecution execution in _dirty)
        {
            execution.IsDirty = false;
            try
            {
                CarryOut(execution);
            }
            catch (Exception exception)
            {
                // Not to be expected: tasks contain their own faults. The other executions of the round must not pay for it.
                Engine.Logger.ShardFailed(exception);
            }
        }
    }
}
