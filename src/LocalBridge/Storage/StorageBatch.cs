namespace LocalBridge.Storage;

/// <summary>Represents operations that are committed together.</summary>
/// <remarks>Owned and reused by who commits it; not safe for use from several threads.</remarks>
public sealed class StorageBatch
{
    private readonly List<StorageOperation> _operations = [];

    /// <summary>Gets the operations in the order in which they take effect.</summary>
    public IReadOnlyList<StorageOperation> Operations => _operations;

    /// <summary>Adds an operation behind the others.</summary>
    /// <param name="operation">The operation; it must stay as it is until the batch is committed.</param>
    public void Add(StorageOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        _operations.Add(operation);
    }

    /// <summary>Adds the payloads of all operations to a collection, so that a store can make them bytes before it waits for its turn.</summary>
    /// <remarks>They come in the order of the operations, empty ones too: of a checkpoint <see cref="ExecutionCheckpoint.Description"/>, <see cref="ExecutionCheckpoint.Outcome"/>,
    /// <see cref="ExecutionCheckpoint.State"/>, that of <see cref="ExecutionCheckpoint.History"/> if there is one, and those of <see cref="ExecutionCheckpoint.PutParts"/>; of an
    /// <see cref="AppendEntry"/> its payload and its state; of an <see cref="UpdateEntry"/> its state; of a <see cref="PutRecord"/> its payload; of others none.</remarks>
    /// <param name="payloads">Where they go.</param>
    public void AddPayloadsTo(ICollection<StoragePayload> payloads)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        foreach (StorageOperation operation in _operations)
        {
            operation.AddPayloadsTo(payloads);
        }
    }

    /// <summary>Empties the batch for its next use.</summary>
    public void Clear() => _operations.Clear();
}
