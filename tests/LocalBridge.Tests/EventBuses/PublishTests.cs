using System.Text.Json;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(5_000)]
public sealed class PublishTests
{
    [Test]
    public async Task Publish_EveryForm_ArrivesAsTheSameJson(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"detail":{"id":[7]}}""", received.Add);
        JsonValue json = JsonValue.Parse("""{"id":7,"total":2.5}""");

        await bridge.Bus.PublishAsync("s", "d", new Order(7, 2.5m), OrderJson.Default.Order, cancellationToken: cancellationToken);
        await bridge.Host.EventBus.PublishAsync("s", "d", new Order(7, 2.5m), cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", json, cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", json.ToElement(), cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", json.ToUtf8(), cancellationToken: cancellationToken);

        EventEnvelope[] events = await received.NextAsync(5, cancellationToken);
        Assert.That(events.Select(envelope => envelope.Detail.ToJson()), Is.All.EqualTo("""{"id":7,"total":2.5}"""));
    }

    [Test]
    public async Task Publish_Utf8_IsCopiedAtOnce(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", received.Add);
        byte[] buffer = "{\"a\":1}"u8.ToArray();

        await bridge.Bus.PublishAsync("s", "d", buffer, cancellationToken: cancellationToken);
        buffer.AsSpan().Clear();

        Assert.That((await received.NextAsync(cancellationToken)).Detail.ToJson(), Is.EqualTo("""{"a":1}"""));
    }

    [TestCase("", "d", "Source is a required argument.")]
    [TestCase("s", "", "DetailType is a required argument.")]
    public async Task Publish_MissingName_SaysWhich(string source, string detailType, string message)
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Bus.PublishAsync(source, detailType, JsonValue.EmptyObject),
            Throws.ArgumentException.With.Message.Contains(message));
    }

    [Test]
    public async Task Publish_DetailIsNoObject_IsRefusedInEveryForm()
    {
        await using TestBridge bridge = TestBridge.Create();
        IEventBus bus = bridge.Host.EventBus;
        using JsonDocument array = JsonDocument.Parse("[]");

        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", JsonValue.EmptyArray), Throws.ArgumentException.With.Message.Contains("kind Array"));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", array.RootElement), Throws.ArgumentException.With.Message.Contains("kind Array"));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", "[1]"u8.ToArray()), Throws.ArgumentException.With.Message.Contains("not JSON"));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", 5, OrderJson.Default.Int32), Throws.ArgumentException.With.Message.Contains("Int32"));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", new List<Order>()), Throws.ArgumentException.With.Message.Contains("JSON object"));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", (Order)null!, OrderJson.Default.Order), Throws.ArgumentNullException);
    }

    [Test]
    public async Task Publish_TooLarge_IsRefused()
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.ConfigureEventBus(options => options.MaximumPutEventsSize = 10));

        await Assert.ThatAsync(
            async () => await bridge.Bus.PublishAsync("source", "type", JsonValue.Parse("""{"a":1}""")),
            Throws.TypeOf<ValidationException>().With.Message.Contains("over the limit"));
    }

    [Test]
    public async Task Publish_CancelledBefore_HasNotAccepted(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", received.Add);

        await Assert.ThatAsync(
            async () => await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

        await bridge.IdleAsync(cancellationToken);
        Assert.That(received.Count, Is.Zero);
    }

    [Test]
    public async Task Publish_AfterDispose_Throws()
    {
        TestBridge bridge = TestBridge.Create();
        await bridge.DisposeAsync();

        await Assert.ThatAsync(async () => await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject), Throws.InstanceOf<ObjectDisposedException>());
        await Assert.ThatAsync(async () => await bridge.Bus.PutEventsAsync([]), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", (_, _) => ValueTask.CompletedTask), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Publish_ToDeletedBus_SaysSo(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.AddEventBus("gone"));
        IEventBus bus = bridge.Host.EventBuses.GetEventBus("gone");
        await bridge.Host.EventBuses.DeleteEventBusAsync("gone", cancellationToken);

        await Assert.ThatAsync(
            async () => await bus.PublishAsync("s", "d", JsonValue.EmptyObject),
            Throws.TypeOf<ResourceNotFoundException>().With.Message.EqualTo("Event bus gone does not exist."));
    }

    [Test]
    public async Task Publish_OneTarget_DeliversInOrder(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<int>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe<Order>(
            async (order, token) =>
            {
                // Now and then the handler leaves the pump's thread; the order stays.
                if (order.Id % 7 == 0)
                    await Task.Yield();
                await received.Add(order.Id, token);
            });

        for (int index = 0; index < 2_000; index++)
            await bridge.Host.EventBus.PublishAsync("s", "Order", new Order(index, 1), cancellationToken: cancellationToken);

        Assert.That(await received.NextAsync(2_000, cancellationToken), Is.EqualTo(Enumerable.Range(0, 2_000)));
    }

    [Test]
    public async Task Publish_SameInstance_ReachesTypedHandlersWithoutJson(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var details = new Received<Unwritable>();
        var envelopes = new Received<EventEnvelope<Unwritable>>();
        using EventSubscription first = bridge.Host.EventBus.Subscribe<Unwritable>(details.Add);
        using EventSubscription second = bridge.Host.EventBus.Subscribe<Unwritable>((EventEnvelope<Unwritable> envelope, CancellationToken token) => envelopes.Add(envelope, token));
        var detail = new Unwritable();

        PublishResult result = await bridge.Host.EventBus.PublishAsync("s", "Unwritable", detail, cancellationToken: cancellationToken);

        Assert.That(await details.NextAsync(cancellationToken), Is.SameAs(detail));
        EventEnvelope<Unwritable> envelope = await envelopes.NextAsync(cancellationToken);
        Assert.That(envelope.Detail, Is.SameAs(detail));
        Assert.That(envelope.Id, Is.EqualTo(result.EventId));
    }

    [Test]
    public async Task Publish_TypedPath_StaysWithinItsAllocationBudget(CancellationToken cancellationToken)
    {
        const int events = 2_000;
        // Without the log of the test bridge, which keeps every Debug message.
        await using LocalBridgeHost host = LocalBridgeHost.Create(builder => builder.ConfigureEventBus(options => options.Capacity = 2 * events));
        int handled = 0;
        for (int index = 0; index < 10; index++)
        {
            host.EventBus.Subscribe(
                (Order _, CancellationToken _) =>
                {
                    Interlocked.Increment(ref handled);
                    return ValueTask.CompletedTask;
                },
                OrderJson.Default.Order);
        }

        await PublishAllAsync(host, events, cancellationToken);
        await host.WaitUntilIdleAsync(cancellationToken);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await PublishAllAsync(host, events, cancellationToken);
        await host.WaitUntilIdleAsync(cancellationToken);
        long perEvent = (GC.GetTotalAllocatedBytes(precise: true) - before) / events;

        Assert.That(handled, Is.EqualTo(20 * events));
        // One envelope; ten handlers and no JSON cost nothing. The rest of the room is for what other tests and the runtime allocate meanwhile.
        Assert.That(perEvent, Is.LessThanOrEqualTo(400));
    }

    [Test]
    public async Task Publish_TypedPath_CostsThePublisherOneEnvelope(CancellationToken cancellationToken)
    {
        const int events = 2_000;
        await using LocalBridgeHost host = LocalBridgeHost.Create(builder => builder.ConfigureEventBus(options => options.Capacity = 4 * events));
        using EventSubscription subscription = host.EventBus.Subscribe((Order _, CancellationToken _) => ValueTask.CompletedTask, OrderJson.Default.Order);
        await PublishAllAsync(host, events, cancellationToken);
        await host.WaitUntilIdleAsync(cancellationToken);

        // No publish waits, because the bus has room for all, so all of them happen on this thread.
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task all = PublishAllAsync(host, events, cancellationToken);
        long perEvent = (GC.GetAllocatedBytesForCurrentThread() - before) / events;
        bool isSynchronous = all.IsCompleted;
        await all;

        Assert.That(isSynchronous);
        Assert.That(perEvent, Is.LessThanOrEqualTo(160));
    }

    private static async Task PublishAllAsync(LocalBridgeHost host, int count, CancellationToken cancellationToken)
    {
        var detail = new Order(1, 1);
        for (int index = 0; index < count; index++)
            await host.EventBus.PublishAsync("s", "Order", detail, OrderJson.Default.Order, cancellationToken: cancellationToken);
    }

    /// <summary>Fails as soon as somebody makes JSON of it.</summary>
    private sealed class Unwritable
    {
        private readonly string _message = "Somebody made JSON of it.";

        public string Value => throw new InvalidOperationException(_message);
    }
}
