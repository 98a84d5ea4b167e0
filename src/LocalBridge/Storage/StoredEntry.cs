namespace LocalBridge.Storage;

/// <summary>Represents a stored entry of a stream.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Sequence">Its place: rises with each entry that is appended, never given twice.</param>
/// <param name="Id">The id.</param>
/// <param name="Time">The time by which retention counts.</param>
/// <param name="Payload">What it holds.</param>
/// <param name="State">The last state; may be empty.</param>
public sealed record StoredEntry(long Sequence, string Id, DateTimeOffset Time, StoragePayload Payload, StoragePayload State);
