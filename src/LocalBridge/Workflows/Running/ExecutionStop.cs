using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Running;

/// <summary>The wish to stop an execution.</summary>
internal sealed class ExecutionStop(string executionArn, string? error, string? cause) : ShardWork
{
    private readonly TaskCompletionSource<DateTimeOffset?> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningExecution? _execution;

    /// <summary>Gets when the execution ended; <see langword="null"/> when it does not run.</summary>
    internal Task<DateTimeOffset?> Task => _committed.Task;

    internal override void Apply(Shard shard)
    {
        if (shard.TryFind(executionArn, out _execution))
        {
            shard.Step(_execution, Stimulus.Stopped(shard.Now, error, cause));
        }
    }

    internal override void OnCommitted() => _committed.TrySetResult(_execution?.Result?.StopDate);

    internal override void OnAbandoned(Exception exception)
    {
        _committed.TrySetException(exception);
        _ = _committed.Task.Exception; // nobody need wait for it
    }
}
