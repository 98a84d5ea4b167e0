namespace LocalBridge.Storage;

/// <summary>Stores a record as the next version of what its kind and key name.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="kind">The kind, a short name.</param>
/// <param name="key">The key within the kind.</param>
/// <param name="expectedVersion">The version that must be stored; 0 when there must be none; <see langword="null"/> for whatever is there.</param>
/// <param name="payload">What it holds.</param>
public sealed class PutRecord(string kind, string key, long? expectedVersion, StoragePayload payload) : StorageOperation
{
    /// <summary>Gets the kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>Gets the key within the kind.</summary>
    public string Key { get; } = key;

    /// <summary>Gets the version that must be stored, 0 for none; the new one is the next. Without it, the stored version, if any, is raised.</summary>
    public long? ExpectedVersion { get; } = expectedVersion;

    /// <summary>Gets what it holds.</summary>
    public StoragePayload Payload { get; } = payload;

    internal override void AddPayloadsTo(ICollection<StoragePayload> payloads) => payloads.Add(Payload);
}
