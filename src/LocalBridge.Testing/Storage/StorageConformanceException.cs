namespace LocalBridge.Testing.Storage;

/// <summary>The exception that is thrown when a storage does not do what every storage must.</summary>
public sealed class StorageConformanceException : Exception
{
    internal StorageConformanceException(string message)
        : base(message)
    {
    }
}
