namespace LocalBridge.Storage;

/// <summary>Represents one change in a <see cref="StorageBatch"/>. The list of derived types is closed; a store handles each of them.</summary>
public abstract class StorageOperation
{
    private protected StorageOperation()
    {
    }

    /// <summary>Adds the payloads, empty ones too, always in the same order.</summary>
    internal virtual void AddPayloadsTo(ICollection<StoragePayload> payloads)
    {
    }
}
