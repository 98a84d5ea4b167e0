using System.Text.Json.Serialization.Metadata;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.EventPatterns;
using LocalBridge.Events;
using LocalBridge.Targets.Invoking;

namespace LocalBridge.EventBuses;

/// <content>Subscriptions.</content>
internal sealed partial class EventBus
{
    public EventSubscription Subscribe(
        EventPattern pattern, Func<EventEnvelope, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handler);
        if (options is { Pattern: not null } or { Source: not null } or { DetailType: not null })
            throw new ArgumentException("The pattern is given already; Pattern, Source and DetailType of the options are for typed subscriptions.", nameof(options));
        return Subscribe(pattern, new HandlerInvoker(handler), options);
    }

    public EventSubscription Subscribe<TDetail>(
        Func<TDetail, CancellationToken, ValueTask> handler, JsonTypeInfo<TDetail> detailTypeInfo, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(detailTypeInfo);
        return Subscribe(SubscriptionPattern.For(typeof(TDetail), options), new DetailHandlerInvoker<TDetail>(handler, detailTypeInfo), options);
    }

    public EventSubscription Subscribe<TDetail>(
        Func<EventEnvelope<TDetail>, CancellationToken, ValueTask> handler,
        JsonTypeInfo<TDetail> detailTypeInfo,
        SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(detailTypeInfo);
        return Subscribe(SubscriptionPattern.For(typeof(TDetail), options), new EnvelopeHandlerInvoker<TDetail>(handler, detailTypeInfo), options);
    }

    private EventSubscription Subscribe(EventPattern pattern, TargetInvoker invoker, SubscriptionOptions? options)
    {
        ThrowIfClosed();
        return _registry.Rules.Subscribe(this, pattern, invoker, options ?? new SubscriptionOptions());
    }
}
