using LocalBridge.Errors;

namespace LocalBridge.Storage;

/// <summary>The exception that is thrown when the lease of an owner has ended: others may have taken over its work, so it changes nothing any more.</summary>
public sealed class StorageFencedException : LocalBridgeException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="owner">The owner whose lease has ended.</param>
    public StorageFencedException(string owner)
        : base(nameof(StorageFencedException), $"The storage lease of '{owner}' has ended, and others may have taken over its work. Nothing was committed.")
    {
        Owner = owner;
    }

    /// <summary>Gets the owner whose lease has ended.</summary>
    public string Owner { get; }
}
