using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(10_000)]
public sealed class BackPressureTests
{
    [Test]
    public async Task FullTarget_Wait_HoldsItsPublishersAndNobodyElse(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        var received = new Received<int>();
        using EventSubscription slow = Subscribe(bridge, gate, received, new DeliveryOptions { Capacity = 2 });
        await PublishAsync(bridge, 0, cancellationToken);
        await PublishAsync(bridge, 1, cancellationToken);
        await PublishAsync(bridge, 2, cancellationToken);
        await UntilFullAsync(bridge);

        Task waiting = PublishAsync(bridge, 3, cancellationToken);
        await bridge.Host.EventBus.PublishAsync("s", "Other", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        bool isHeld = !waiting.IsCompleted;
        gate.Release(4);
        await waiting;

        Assert.That(isHeld);
        Assert.That(await received.NextAsync(4, cancellationToken), Is.EqualTo(Enumerable.Range(0, 4)));
    }

    [Test]
    public async Task FullTarget_ManyPublishers_AllGetThrough(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<int>();
        using EventSubscription slow = bridge.Host.EventBus.Subscribe<Order>(
            async (order, token) =>
            {
                await Task.Yield();
                await received.Add(order.Id, token);
            },
            new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { Capacity = 3 } });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(publisher => Task.Run(
            async () =>
            {
                for (int index = 0; index < 500; index++)
                    await PublishAsync(bridge, (publisher * 500) + index, cancellationToken);
            },
            cancellationToken)));

        Assert.That(await received.NextAsync(4_000, cancellationToken), Is.EquivalentTo(Enumerable.Range(0, 4_000)));
    }

    [Test]
    public async Task FullTarget_CancelledPublisher_IsNotAcceptedAndOthersGoOn(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        var received = new Received<int>();
        using EventSubscription slow = Subscribe(bridge, gate, received, new DeliveryOptions { Capacity = 1 });
        await PublishAsync(bridge, 0, cancellationToken);
        await PublishAsync(bridge, 1, cancellationToken);
        await UntilFullAsync(bridge);
        using var cancellation = new CancellationTokenSource();

        Task cancelled = PublishAsync(bridge, 2, cancellation.Token);
        Task patient = PublishAsync(bridge, 3, cancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThatAsync(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        gate.Release(3);
        await patient;

        Assert.That(await received.NextAsync(3, cancellationToken), Is.EqualTo(Enumerable.Range(0, 4).Where(id => id != 2)));
        await bridge.IdleAsync(cancellationToken);
        Assert.That(received.Count, Is.EqualTo(3));
    }

    [TestCase(TargetFullMode.DropOldest, new[] { 0, 2, 3 })]
    [TestCase(TargetFullMode.DropWrite, new[] { 0, 1, 2 })]
    public async Task FullTarget_Drop_LosesTheSaidEventAndTells(TargetFullMode mode, int[] expected, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        var received = new Received<int>();
        var begun = new Received<int>();
        using EventSubscription slow = bridge.Host.EventBus.Subscribe<Order>(
            async (order, token) =>
            {
                await begun.Add(order.Id, token);
                await gate.WaitAsync(token);
                await received.Add(order.Id, token);
            },
            new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { Capacity = 2, FullMode = mode } });

        await PublishAsync(bridge, 0, cancellationToken);
        await begun.NextAsync(cancellationToken);
        for (int index = 1; index < 4; index++)
            await PublishAsync(bridge, index, cancellationToken);
        while (bridge.LogOf(LogLevel.Error).Count == 0)
            await Task.Yield();
        gate.Release(3);

        Assert.That(await received.NextAsync(3, cancellationToken), Is.EqualTo(expected));
        await bridge.IdleAsync(cancellationToken);
        Assert.That(bridge.LogOf(LogLevel.Error).Single().Message, Does.Contain("is full"));
    }

    [Test]
    public async Task FullBus_Publisher_WaitsForRoom(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.ConfigureEventBus(options => options.Capacity = 1));
        var received = new Received<Order>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe<Order>(received.Add);

        for (int index = 0; index < 1_000; index++)
            await PublishAsync(bridge, index, cancellationToken);

        Assert.That(await received.NextAsync(1_000, cancellationToken), Has.Length.EqualTo(1_000));
    }

    [Test]
    public async Task FullTarget_Unsubscribed_LetsPublishersGo(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        var received = new Received<int>();
        EventSubscription slow = Subscribe(bridge, gate, received, new DeliveryOptions { Capacity = 1 });
        await PublishAsync(bridge, 0, cancellationToken);
        await PublishAsync(bridge, 1, cancellationToken);
        await UntilFullAsync(bridge);

        Task waiting = PublishAsync(bridge, 2, cancellationToken);
        await slow.DisposeAsync();
        await waiting;
        gate.Release(3);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(1), "only the call that was running");
    }

    private static EventSubscription Subscribe(TestBridge bridge, SemaphoreSlim gate, Received<int> received, DeliveryOptions options) =>
        bridge.Host.EventBus.Subscribe<Order>(
            async (order, token) =>
            {
                await gate.WaitAsync(token);
                await received.Add(order.Id, token);
            },
            new SubscriptionOptions { DeliveryOptions = options });

    private static async Task PublishAsync(TestBridge bridge, int id, CancellationToken cancellationToken) =>
        await bridge.Bus.PublishAsync("s", "Order", new Order(id, 1), OrderJson.Default.Order, cancellationToken: cancellationToken);

    private static async Task UntilFullAsync(TestBridge bridge)
    {
        while (!bridge.Bus.Rules.Rules.Values.Single().Targets[0].Dispatch!.IsFull)
            await Task.Yield();
    }
}
