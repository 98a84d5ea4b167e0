namespace LocalBridge.EventBuses.Dispatching;

/// <summary>The buses that an event has passed through, newest first: how a loop of buses is noticed.</summary>
internal sealed record BusTrail(string EventBusName, BusTrail? Previous)
{
    internal static bool Contains(BusTrail? trail, string eventBusName)
    {
        for (; trail is not null; trail = trail.Previous)
        {
            if (trail.EventBusName == eventBusName)
                return true;
        }

        return false;
    }
}
