using LocalBridge.Storage;

namespace LocalBridge.Workflows.Running;

/// <summary>The word that this process has lost its lease on the storage.</summary>
internal sealed class ShardSurrender(StorageFencedException fenced) : ShardWork
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Task => _done.Task;

    internal override void Apply(Shard shard) => shard.Surrender(fenced);

    internal override void OnCommitted() => _done.TrySetResult();

    internal override void OnAbandoned(Exception exception) => _done.TrySetResult(); // the shard stops, and gives up everything
}
