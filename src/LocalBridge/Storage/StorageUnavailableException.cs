using LocalBridge.Errors;

namespace LocalBridge.Storage;

/// <summary>The exception that is thrown when the storage cannot be reached or written: what was asked for was not accepted, and doing it again later is safe.</summary>
public sealed class StorageUnavailableException : LocalBridgeException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">Says where, what happened, and what to do.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public StorageUnavailableException(string message, Exception? innerException = null)
        : base(nameof(StorageUnavailableException), message, innerException)
    {
    }

    internal static StorageUnavailableException NotAccepted(string what, Exception failure) =>
        new($"{what} was not accepted, because the storage failed: {failure.Message}", failure);
}
