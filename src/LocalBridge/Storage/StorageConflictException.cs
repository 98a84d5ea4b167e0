using LocalBridge.Errors;

namespace LocalBridge.Storage;

/// <summary>The exception that is thrown when an operation expected another version than the stored one: somebody else has changed the thing.</summary>
public sealed class StorageConflictException : LocalBridgeException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="key">The ARN of what is in conflict.</param>
    /// <param name="expectedVersion">The version that the operation expected; 0 for none.</param>
    /// <param name="storedVersion">The version that is stored; 0 for none.</param>
    public StorageConflictException(string key, long expectedVersion, long storedVersion)
        : base(nameof(StorageConflictException), $"The stored version of '{key}' is {storedVersion}, but version {expectedVersion} was expected: it was changed by somebody else. Nothing was committed.")
    {
        Key = key;
        ExpectedVersion = expectedVersion;
        StoredVersion = storedVersion;
    }

    /// <summary>Gets the ARN of what is in conflict.</summary>
    public string Key { get; }

    /// <summary>Gets the version that the operation expected; 0 for none.</summary>
    public long ExpectedVersion { get; }

    /// <summary>Gets the version that is stored; 0 for none.</summary>
    public long StoredVersion { get; }
}
