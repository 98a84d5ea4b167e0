using System.Collections.Immutable;
using LocalBridge.Storage;

namespace LocalBridge.Targets.Recording;

/// <summary>Stores an accepted event and what is to be delivered of it. The event may go when its last delivery is completed.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class AcceptEvent : StorageOperation
{
    internal AcceptEvent(EventRecord accepted, ImmutableArray<DeliveryRecord> deliveries)
    {
        Event = accepted;
        Deliveries = deliveries;
    }

    /// <summary>Gets the event.</summary>
    public EventRecord Event { get; }

    /// <summary>Gets the deliveries, at least one.</summary>
    public ImmutableArray<DeliveryRecord> Deliveries { get; }
}
