namespace LocalBridge.Storage;

/// <summary>Represents the history events of one checkpoint.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="FirstEventId">The id of the first event. The first chunk begins with 1, and each other one where the one before ended.</param>
/// <param name="EventCount">How many events it holds, at least one.</param>
/// <param name="Payload">The events.</param>
public sealed record HistoryChunk(long FirstEventId, int EventCount, StoragePayload Payload)
{
    /// <summary>Gets the id of the last event.</summary>
    public long LastEventId => FirstEventId + EventCount - 1;
}
