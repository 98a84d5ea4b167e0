using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Targets.Invoking;

/// <summary>Publishes the event on another bus, with the same id. An event that would come back to a bus it has passed stops here.</summary>
internal sealed class EventBusInvoker(string fromEventBus, string toEventBus, EventBusRegistry eventBuses) : TargetInvoker
{
    internal override int? DefaultConcurrency => 1;

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken)
    {
        if (eventBuses.Find(toEventBus) is not { } eventBus)
            throw new ResourceNotFoundException(toEventBus, EventBusMessages.DoesNotExist(toEventBus));
        return eventBus.ForwardAsync(delivery.Event, new BusTrail(fromEventBus, delivery.Trail), cancellationToken);
    }
}
