namespace LocalBridge.Workflows.Running;

/// <summary>The question whether an execution runs here.</summary>
internal sealed class ExecutionLookup(string executionArn) : ShardWork
{
    private readonly TaskCompletionSource<RunningExecution?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningExecution? _execution;

    internal Task<RunningExecution?> Task => _answer.Task;

    internal override void Apply(Shard shard) => shard.TryFind(executionArn, out _execution);

    internal override void OnCommitted() => _answer.TrySetResult(_execution);

    internal override void OnAbandoned(Exception exception) => _answer.TrySetException(exception);
}
