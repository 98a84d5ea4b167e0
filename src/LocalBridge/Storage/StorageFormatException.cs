using LocalBridge.Errors;

namespace LocalBridge.Storage;

/// <summary>The exception that is thrown when stored data cannot be used: it was written by a newer version, or by something else.</summary>
public sealed class StorageFormatException : LocalBridgeException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">Says where, what was found, what was expected, and what to do.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public StorageFormatException(string message, Exception? innerException = null)
        : base(nameof(StorageFormatException), message, innerException)
    {
    }
}
