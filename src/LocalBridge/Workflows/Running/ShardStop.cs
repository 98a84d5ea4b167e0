namespace LocalBridge.Workflows.Running;

/// <summary>The last work of a shard.</summary>
internal sealed class ShardStop : ShardWork
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Task => _stopped.Task;

    internal override void Apply(Shard shard) => shard.RequestStop(this);

    internal override void OnAbandoned(Exception exception) => Complete();

    internal void Complete() => _stopped.TrySetResult();
}
