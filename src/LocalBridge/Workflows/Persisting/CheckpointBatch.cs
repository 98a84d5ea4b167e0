using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Makes one batch of the pending checkpoints of a round. Its buffers are reused from round to round.</summary>
/// <remarks>Owned by one shard.</remarks>
internal sealed class CheckpointBatch(ExecutionPersistence persistence)
{
    private readonly List<StateChanges> _changes = []; // those in front are in use
    private int _used;

    internal StorageBatch Batch { get; } = new();

    internal bool IsEmpty => Batch.Operations.Count == 0;

    internal void Clear()
    {
        Batch.Clear();
        _used = 0;
    }

    internal void Add(StorageOperation operation) => Batch.Add(operation);

    internal void Add(PendingCheckpoint pending)
    {
        if (_used == _changes.Count)
        {
            _changes.Add(new StateChanges());
        }

        Batch.Add(persistence.Fill(pending, _changes[_used++]));
    }
}
