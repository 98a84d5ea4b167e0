using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Targets.Recording;

/// <summary>Where a bus writes down what it has accepted and not yet delivered, so that a crash loses nothing.</summary>
internal interface IDeliveryLog
{
    /// <summary>Gets whether anything is written at all.</summary>
    bool IsDurable { get; }

    /// <summary>Commits an event with one pending delivery for each recorded target. The event is accepted when this completes.</summary>
    ValueTask AcceptAsync(EventEnvelope envelope, string eventBusName, DispatchTarget[] targets, CancellationToken cancellationToken);

    /// <summary>Commits that a delivery is finished. While the storage fails, this goes on trying.</summary>
    ValueTask CompleteAsync(EventEnvelope envelope, TargetIdentity target);

    /// <summary>Commits how often a delivery was tried in vain. A failure to do so is of no consequence but that attempts are counted anew after a crash.</summary>
    ValueTask NoteAttemptsAsync(EventEnvelope envelope, TargetIdentity target, int attempts);

    /// <summary>Commits that a delivery is finished by its dead letter, and the letter with it.</summary>
    /// <returns>What names the letter until its queue has it; null when nothing was written.</returns>
    ValueTask<string?> DeadLetterAsync(TargetIdentity target, DeadLetter letter, string queueArn);

    /// <summary>Commits that the queue has the letter.</summary>
    ValueTask CompleteDeadLetterAsync(string letterId);
}
