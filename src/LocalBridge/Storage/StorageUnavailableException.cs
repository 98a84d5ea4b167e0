using LocalBridge.Errors;

namespace LocalBridge.Storage;

/// <summary>The exception that is thrown when something was not accepted because it could not be committed. Doing it again later is safe.</summary>
public sealed class StorageUnavailableException : LocalBridgeException
{
    internal StorageUnavailableException(string what, Exception innerException)
        : base(nameof(StorageUnavailableException), $"{what} was not accepted, because the storage failed: {innerException.Message}", innerException)
    {
    }
}
