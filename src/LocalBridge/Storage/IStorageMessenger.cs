namespace LocalBridge.Storage;

/// <summary>Carries messages between the owners that share a store: implemented by an <see cref="IBridgeStorage"/> that several processes use, so that what is asked of one
/// process reaches the one that works on the execution.</summary>
/// <remarks>Messages are no promises: one whose receiver dies is lost, and who sent it asks again. They come in the order in which they were sent, each once.
/// Implementations are safe for use from any thread.</remarks>
public interface IStorageMessenger
{
    /// <summary>Sends a message to the owner that works on an execution, if that is another one than this.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is such an owner.</returns>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    ValueTask<StorageMessageOutcome> SendToOwnerOfAsync(string executionArn, StoragePayload body, CancellationToken cancellationToken);

    /// <summary>Sends a message to an owner, which is lost when the owner is no more.</summary>
    /// <param name="owner">The owner: the sender of a message that was received.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    ValueTask SendAsync(long owner, StoragePayload body, CancellationToken cancellationToken);

    /// <summary>Sends a message to each other owner that lives.</summary>
    /// <param name="body">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    ValueTask SendToOthersAsync(StoragePayload body, CancellationToken cancellationToken);

    /// <summary>Receives the messages to this owner until it is cancelled. One receives at a time.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StorageUnavailableException">The store cannot be reached any more; what comes meanwhile is received by the next call.</exception>
    IAsyncEnumerable<StorageMessage> ReceiveAsync(CancellationToken cancellationToken);
}
