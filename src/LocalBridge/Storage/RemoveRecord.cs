namespace LocalBridge.Storage;

/// <summary>Removes a record. What is not there is removed without complaint.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="kind">The kind.</param>
/// <param name="key">The key within the kind.</param>
public sealed class RemoveRecord(string kind, string key) : StorageOperation
{
    /// <summary>Gets the kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>Gets the key within the kind.</summary>
    public string Key { get; } = key;
}
