namespace LocalBridge.Storage;

/// <summary>Represents a stored record.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Key">The key within its kind.</param>
/// <param name="Version">How often it was put since it was last absent.</param>
/// <param name="Payload">What it holds.</param>
public sealed record StoredRecord(string Key, long Version, StoragePayload Payload);
