namespace LocalBridge.Storage;

/// <summary>Represents one change in a <see cref="StorageBatch"/>. The list of derived types is closed; a store handles each of them.</summary>
public abstract class StorageOperation
{
    private protected StorageOperation()
    {
    }
}
