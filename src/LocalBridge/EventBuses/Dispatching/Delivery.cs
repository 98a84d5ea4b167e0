using LocalBridge.Events;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>One event on its way to one target.</summary>
/// <param name="Event">The event.</param>
/// <param name="Trail">The buses it came through before this one.</param>
/// <param name="Retry">The retries to report to, when this is not the first attempt.</param>
internal readonly record struct Delivery(EventEnvelope Event, BusTrail? Trail, DeliveryRetry? Retry = null);
