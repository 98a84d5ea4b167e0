namespace LocalBridge.Storage;

/// <summary>Removes a record.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class RemoveRecord : StorageOperation
{
    /// <summary>Initializes the operation.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key within the kind.</param>
    /// <param name="expectedVersion">The version that must be stored, at least 1; <see langword="null"/> for whatever is there. Without it, what is not there is removed without
    /// complaint.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public RemoveRecord(string kind, string key, long? expectedVersion = null)
    {
        if (expectedVersion is long expected)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(expected, 1, nameof(expectedVersion));
        }

        Kind = kind;
        Key = key;
        ExpectedVersion = expectedVersion;
    }

    /// <summary>Gets the kind.</summary>
    public string Kind { get; }

    /// <summary>Gets the key within the kind.</summary>
    public string Key { get; }

    /// <summary>Gets the version that must be stored; anything else, also that nothing is stored, is a <see cref="StorageConflictException"/>.</summary>
    public long? ExpectedVersion { get; }
}
