using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalBridge.Diagnostics;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.Diagnostics;

[CancelAfter(10_000)]
[NonParallelizable]
public sealed class DeliveryTelemetryTests
{
    private const string Pattern = """{"source":["telemetry"]}""";

    [Test]
    public async Task Delivery_SomebodyRecordsSpans_ContinuesTheTraceOfThePublisher(CancellationToken cancellationToken)
    {
        var spans = new Received<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == BridgeTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _ = (span.GetTagItem("messaging.destination.name") as string) == "telemetry-bus" ? spans.Add(span, CancellationToken.None).AsTask() : null,
        };
        ActivitySource.AddActivityListener(listener);
        await using TestBridge bridge = TestBridge.Create(builder => builder.AddEventBus("telemetry-bus"));
        IEventBus bus = bridge.Host.EventBuses.GetEventBus("telemetry-bus");
        var received = new Received<Activity?>();
        using EventSubscription subscription = bus.Subscribe(Pattern, (_, token) => received.Add(Activity.Current, token));

        PublishResult result = await bus.PublishAsync("telemetry", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        Activity[] both = await spans.NextAsync(2, cancellationToken);

        Activity publish = both.Single(span => span.Kind == ActivityKind.Producer);
        Activity deliver = both.Single(span => span.Kind == ActivityKind.Consumer);
        Assert.That(deliver.ParentSpanId, Is.EqualTo(publish.SpanId));
        Assert.That(deliver.GetTagItem("messaging.message.id"), Is.EqualTo(result.EventId));
        Assert.That(await received.NextAsync(cancellationToken), Is.SameAs(deliver));
    }

    [Test]
    public async Task Events_SomebodyMeasures_AreCounted(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == BridgeTelemetry.SourceName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(counts, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(counts, instrument, 1, tags));
        listener.Start();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddEventBus("measured")
            .AddDeadLetterQueue("dlq", (_, _) => ValueTask.CompletedTask)
            .AddRule("good", rule => rule.OnBus("measured").Matching(Pattern).To(target => target.Handler((_, _) => ValueTask.CompletedTask)))
            .AddRule("bad", rule => rule.OnBus("measured").Matching(Pattern).To(target => target
                .Handler((_, _) => throw new InvalidOperationException("broken"))
                .DeadLetterTo("dlq"))));
        IEventBus bus = bridge.Host.EventBuses.GetEventBus("measured");

        await bus.PublishAsync("telemetry", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bus.PublishAsync("nobody", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);
        listener.RecordObservableInstruments();

        Assert.That(counts, Is.EquivalentTo(new Dictionary<string, double>
        {
            [DeliveryTelemetry.PublishedName] = 2,
            [DeliveryTelemetry.MatchedName] = 1,
            [DeliveryTelemetry.DeliveredName] = 1,
            [DeliveryTelemetry.FailedName] = 1,
            [DeliveryTelemetry.DeadLetteredName] = 1,
            [DeliveryTelemetry.DurationName] = 2,
            [DeliveryTelemetry.QueueDepthName] = 0,
        }));
    }

    private static void Add(Dictionary<string, double> counts, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            if (tag.Key == "localbridge.event_bus" && tag.Value is "measured")
            {
                lock (counts)
                    counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + value;
            }
        }
    }
}
