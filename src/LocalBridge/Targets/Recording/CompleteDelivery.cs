using LocalBridge.Storage;

namespace LocalBridge.Targets.Recording;

/// <summary>Removes a delivery: the target has the event, or it went to the dead-letter queue. Removing one that is not there succeeds.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class CompleteDelivery : StorageOperation
{
    internal CompleteDelivery(DeliveryRecord delivery) => Delivery = delivery;

    /// <summary>Gets the delivery.</summary>
    public DeliveryRecord Delivery { get; }
}
