using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Targets.Recording;

/// <summary>Where a bus writes down what it has accepted and not yet delivered, so that a crash loses nothing.</summary>
internal interface IDeliveryLog
{
    /// <summary>Gets whether anything is written at all.</summary>
    bool IsDurable { get; }

    /// <summary>Commits an event and one delivery for each recorded target. The event is accepted when this completes.</summary>
    ValueTask AcceptAsync(EventEnvelope envelope, string eventBusName, DispatchTarget[] targets, CancellationToken cancellationToken);

    /// <summary>Commits that a delivery is finished, by success or by its dead letter.</summary>
    ValueTask CompleteAsync(EventEnvelope envelope, TargetIdentity target);
}
