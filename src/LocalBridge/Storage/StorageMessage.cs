using System.Diagnostics.CodeAnalysis;

namespace LocalBridge.Storage;

/// <summary>Represents a message from another owner of the same store.</summary>
/// <param name="sender">The owner that sent it.</param>
/// <param name="body">What it says.</param>
[SuppressMessage("Performance", "CA1815", Justification = "Messages are read, never compared.")]
public readonly struct StorageMessage(long sender, StoragePayload body)
{
    /// <summary>Gets the owner that sent it.</summary>
    public long Sender { get; } = sender;

    /// <summary>Gets what it says.</summary>
    public StoragePayload Body { get; } = body;
}
