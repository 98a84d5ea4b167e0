using System.Text.Json.Serialization.Metadata;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Targets.Invoking;

/// <summary>Calls an in-process handler with the typed envelope.</summary>
internal sealed class EnvelopeHandlerInvoker<TDetail>(
    Func<EventEnvelope<TDetail>, CancellationToken, ValueTask> handler, JsonTypeInfo<TDetail> typeInfo) : TargetInvoker
{
    internal override bool MayRunInline => true;

    internal override int? DefaultConcurrency => 1;

    internal override bool IsRetriedByDefault => false;

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken) =>
        handler(delivery.Event.ToTyped(typeInfo), cancellationToken);
}
