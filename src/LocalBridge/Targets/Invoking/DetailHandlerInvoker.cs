using System.Text.Json.Serialization.Metadata;
using LocalBridge.EventBuses.Dispatching;

namespace LocalBridge.Targets.Invoking;

/// <summary>Calls an in-process handler with the detail: the published instance where there is one, so no JSON is made.</summary>
internal sealed class DetailHandlerInvoker<TDetail>(
    Func<TDetail, CancellationToken, ValueTask> handler, JsonTypeInfo<TDetail> typeInfo) : TargetInvoker
{
    internal override bool MayRunInline => true;

    internal override int? DefaultConcurrency => 1;

    internal override bool IsRetriedByDefault => false;

    internal override ValueTask InvokeAsync(in Delivery delivery, CancellationToken cancellationToken) =>
        handler(delivery.Event.GetDetail(typeInfo), cancellationToken);
}
