using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalBridge.EventBuses.Dispatching;
using LocalBridge.Events;

namespace LocalBridge.Diagnostics;

/// <summary>Spans and figures of events and deliveries. Nothing is computed when nobody listens.</summary>
internal static class DeliveryTelemetry
{
    internal const string PublishedName = "localbridge.events.published";

    internal const string MatchedName = "localbridge.events.matched";

    internal const string DeliveredName = "localbridge.deliveries.succeeded";

    internal const string FailedName = "localbridge.deliveries.failed";

    internal const string DeadLetteredName = "localbridge.deliveries.dead_lettered";

    internal const string DroppedName = "localbridge.deliveries.dropped";

    internal const string DurationName = "localbridge.deliveries.duration";

    internal const string QueueDepthName = "localbridge.bus.queue.depth";

    private static readonly Counter<long> EventsPublished =
        BridgeTelemetry.Meter.CreateCounter<long>(PublishedName, "{event}", "Events that were accepted.");

    private static readonly Counter<long> EventsMatched =
        BridgeTelemetry.Meter.CreateCounter<long>(MatchedName, "{event}", "Events that at least one rule matched.");

    private static readonly Counter<long> DeliveriesSucceeded =
        BridgeTelemetry.Meter.CreateCounter<long>(DeliveredName, "{delivery}", "Attempts to deliver that succeeded.");

    private static readonly Counter<long> DeliveriesFailed =
        BridgeTelemetry.Meter.CreateCounter<long>(FailedName, "{delivery}", "Deliveries that were given up.");

    private static readonly Counter<long> DeliveriesDeadLettered =
        BridgeTelemetry.Meter.CreateCounter<long>(DeadLetteredName, "{delivery}", "Deliveries that went to a dead-letter queue.");

    private static readonly Counter<long> DeliveriesDropped =
        BridgeTelemetry.Meter.CreateCounter<long>(DroppedName, "{delivery}", "Deliveries that were dropped: queue full, or shutdown.");

    private static readonly Histogram<double> DeliveryDuration =
        BridgeTelemetry.Meter.CreateHistogram<double>(DurationName, "s", "How long an attempt to deliver took.");

    /// <summary>Gets whether somebody wants to know about single deliveries.</summary>
    internal static bool IsObserved => DeliveriesSucceeded.Enabled || DeliveryDuration.Enabled || BridgeTelemetry.Source.HasListeners();

    internal static Activity? StartPublish(string eventBusName, string source, string detailType)
    {
        if (!BridgeTelemetry.Source.HasListeners())
            return null;
        Activity? span = BridgeTelemetry.Source.StartActivity($"publish {eventBusName}", ActivityKind.Producer);
        span?.SetTag("messaging.system", "localbridge")
            .SetTag("messaging.operation.type", "send")
            .SetTag("messaging.destination.name", eventBusName)
            .SetTag("localbridge.event.source", source)
            .SetTag("localbridge.event.detail_type", detailType);
        return span;
    }

    internal static void Published(string eventBusName, int targetCount)
    {
        if (EventsPublished.Enabled)
            EventsPublished.Add(1, Tag("localbridge.event_bus", eventBusName));
        if (targetCount > 0 && EventsMatched.Enabled)
            EventsMatched.Add(1, Tag("localbridge.event_bus", eventBusName));
    }

    internal static void Failed(TargetIdentity target, string errorCode)
    {
        if (DeliveriesFailed.Enabled)
            DeliveriesFailed.Add(1, Tags(target, "error.type", errorCode));
    }

    internal static void DeadLettered(TargetIdentity target, string errorCode)
    {
        if (DeliveriesDeadLettered.Enabled)
            DeliveriesDeadLettered.Add(1, Tags(target, "error.type", errorCode));
    }

    internal static void Dropped(TargetIdentity target, string reason)
    {
        if (DeliveriesDropped.Enabled)
            DeliveriesDropped.Add(1, Tags(target, "localbridge.reason", reason));
    }

    /// <summary>Makes an attempt, measured and in a span that continues the trace of the publisher.</summary>
    internal static async ValueTask ObserveAsync(TargetInvoker invoker, TargetIdentity target, Delivery delivery, DispatchContext context)
    {
        using Activity? span = StartDelivery(target, delivery.Event);
        long start = context.TimeProvider.GetTimestamp();
        try
        {
            await invoker.InvokeAsync(delivery, context.StopToken).ConfigureAwait(false);
            if (DeliveriesSucceeded.Enabled)
                DeliveriesSucceeded.Add(1, Tag("localbridge.event_bus", target.EventBusName), Tag("localbridge.rule", target.RuleName));
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message).SetTag("error.type", exception.GetType().FullName);
            throw;
        }
        finally
        {
            if (DeliveryDuration.Enabled)
            {
                DeliveryDuration.Record(
                    context.TimeProvider.GetElapsedTime(start).TotalSeconds,
                    Tag("localbridge.event_bus", target.EventBusName),
                    Tag("localbridge.rule", target.RuleName));
            }
        }
    }

    private static Activity? StartDelivery(TargetIdentity target, EventEnvelope envelope)
    {
        if (!BridgeTelemetry.Source.HasListeners())
            return null;
        ActivityContext parent = envelope.TraceParent?.Context ?? default;
        Activity? span = BridgeTelemetry.Source.StartActivity($"deliver {target.RuleName}", ActivityKind.Consumer, parent);
        span?.SetTag("messaging.system", "localbridge")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", target.EventBusName)
            .SetTag("messaging.message.id", envelope.Id)
            .SetTag("localbridge.rule", target.RuleName)
            .SetTag("localbridge.target", target.TargetArn);
        return span;
    }

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    private static TagList Tags(TargetIdentity target, string name, string value) => new()
    {
        { "localbridge.event_bus", target.EventBusName },
        { "localbridge.rule", target.RuleName },
        { name, value },
    };
}
