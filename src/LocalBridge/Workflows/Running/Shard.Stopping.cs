namespace LocalBridge.Workflows.Running;

internal sealed partial class Shard : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new(); // ends the wait for a failing storage
    private ShardStop? _stop; // set by the last work

    /// <summary>Stops the shard: cancels the tasks, tells everybody who waits. What is in storage stays open and goes on after a restart.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        var stop = new ShardStop();
        Post(stop);
        await stop.Task.ConfigureAwait(false);
        await Timers.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    /// <summary>Takes note that nothing may come after this round.</summary>
    internal void RequestStop(ShardStop stop) => _stop = stop;

    private void Stop(ShardStop stop)
    {
        _inbox.Writer.TryComplete();
        ObjectDisposedException exception = WorkflowEngine.Disposed();
        foreach (RunningExecution execution in _executions.Values)
        {
            Abandon(execution, exception);
        }

        _executions.Clear();
        while (_ready.TryDequeue(out ShardWork? work) || _inbox.Reader.TryRead(out work))
        {
            work.OnAbandoned(exception);
            Engine.Idle.Exit();
        }

        stop.Complete();
    }

    /// <summary>Gives up an execution in this process, without an end.</summary>
    private void Abandon(RunningExecution execution, Exception exception)
    {
        foreach (RunningTask task in execution.Tasks)
        {
            Engine.Forget(task);
            task.Abandon();
        }

        foreach (ExecutionTimer timer in execution.Timers)
        {
            timer.IsCancelled = true;
        }

        execution.ClearTasksAndTimers();
        execution.Commands.Clear();
        WorkflowEngine.OnAbandoned(execution);
        execution.Completion.Abandon(exception);
    }

    private void AbandonRound(Exception exception)
    {
        foreach (ShardWork work in _round)
        {
            work.OnAbandoned(exception);
        }

        foreach (RunningExecution execution in _dirty)
        {
            execution.IsDirty = false;
        }
    }
}
