using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Targets.Invoking;

/// <summary>Calls an in-process handler with the event.</summary>
internal sealed class HandlerInvoker(Func<EventEnvelope, CancellationToken, ValueTask> handler) : TargetInvoker
{
    internal override bool MayRunInline => true;

    internal override int? DefaultConcurrency => 1;

    internal override bool IsRetriedByDefault => false;

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken) => handler(delivery.Event, cancellationToken);
}
