using LocalBridge.Events;

namespace LocalBridge.EventBuses.Dispatching;

/// <summary>One accepted event and the targets it matched.</summary>
internal readonly record struct DispatchItem(EventEnvelope Event, DispatchTarget[] Targets, BusTrail? Trail);
