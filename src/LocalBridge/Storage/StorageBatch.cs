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

    /// <summary>Empties the batch for its next use.</summary>
    public void Clear() => _operations.Clear();
}
