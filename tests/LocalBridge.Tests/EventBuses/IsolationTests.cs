using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(10_000)]
public sealed class IsolationTests
{
    private const string Pattern = """{"source":["s"]}""";

    [Test]
    public async Task Handler_ThatThrows_DisturbsNobodyAndIsLogged(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var before = new Received<EventEnvelope>();
        var after = new Received<EventEnvelope>();
        using EventSubscription first = bridge.Host.EventBus.Subscribe(Pattern, before.Add);
        using EventSubscription second = bridge.Host.EventBus.Subscribe(Pattern, ValueTask (_, _) => throw new InvalidOperationException("broken"));
        using EventSubscription third = bridge.Host.EventBus.Subscribe(Pattern, async Task (_, _) => { await Task.Yield(); throw new InvalidOperationException("broken later"); });
        using EventSubscription fourth = bridge.Host.EventBus.Subscribe(Pattern, after.Add);

        await PublishAsync(bridge, 3, cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That((before.Count, after.Count), Is.EqualTo((3, 3)));
        Assert.That(bridge.LogOf(LogLevel.Error).Count(record => record.Exception!.Message == "broken"), Is.EqualTo(3));
        Assert.That(bridge.LogOf(LogLevel.Error).Count(record => record.Exception!.Message == "broken later"), Is.EqualTo(3));
        Assert.That(bridge.LogOf(LogLevel.Error)[0].Message, Does.Contain("ERROR_FROM_TARGET").And.Contain("subscription-2"));
    }

    [Test]
    public async Task Handler_WhoseTaskNeverEnds_DisturbsNobody(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription first = bridge.Host.EventBus.Subscribe(Pattern, Task (_, _) => new TaskCompletionSource().Task);
        using EventSubscription second = bridge.Host.EventBus.Subscribe(Pattern, received.Add);

        await PublishAsync(bridge, 500, cancellationToken);

        Assert.That(await received.NextAsync(500, cancellationToken), Has.Length.EqualTo(500));
    }

    [Test]
    public async Task Handler_ThatBlocksItsThread_DisturbsNobody(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using var release = new ManualResetEventSlim();
        int blocked = 0;
        using EventSubscription first = bridge.Host.EventBus.Subscribe(Pattern, (_, _) =>
        {
            Interlocked.Increment(ref blocked);
            release.Wait(CancellationToken.None);
            return ValueTask.CompletedTask;
        });
        using EventSubscription second = bridge.Host.EventBus.Subscribe(Pattern, received.Add);

        await PublishAsync(bridge, 500, cancellationToken);
        EventEnvelope[] events = await received.NextAsync(500, cancellationToken);
        int blockedMeanwhile = Volatile.Read(ref blocked);
        release.Set();
        await bridge.IdleAsync(cancellationToken);

        Assert.That(events, Has.Length.EqualTo(500));
        Assert.That(blockedMeanwhile, Is.EqualTo(1));
        Assert.That(blocked, Is.EqualTo(500), "what waited for the stuck handler reaches it once it is free");
        Assert.That(bridge.LogOf(LogLevel.Warning), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Handler_ThatBlocksAndThenReturnsAPendingTask_KeepsItsOrder(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<int>();
        using var release = new ManualResetEventSlim();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe<Order>(async Task (order, token) =>
        {
            if (order.Id == 0)
                release.Wait(token);
            await Task.Yield();
            await received.Add(order.Id, token);
        });
        var other = new Received<Order>();
        using EventSubscription second = bridge.Host.EventBus.Subscribe<Order>(other.Add);

        for (int index = 0; index < 100; index++)
            await bridge.Host.EventBus.PublishAsync("s", "Order", new Order(index, 1), cancellationToken: cancellationToken);
        await other.NextAsync(100, cancellationToken);
        release.Set();

        Assert.That(await received.NextAsync(100, cancellationToken), Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [Test]
    public async Task Concurrency_Greater_RunsThatManyAndNoMore(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        int running = 0;
        int most = 0;
        var started = new Received<int>();
        var release = new TaskCompletionSource();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe(
            Pattern,
            async Task (_, token) =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await started.Add(now, token);
                await release.Task;
                Interlocked.Decrement(ref running);
            },
            new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { Concurrency = 4 } });

        await PublishAsync(bridge, 20, cancellationToken);
        await started.NextAsync(4, cancellationToken);
        release.SetResult();
        await bridge.IdleAsync(cancellationToken);

        Assert.That((most, started.Count), Is.EqualTo((4, 20)));
    }

    [Test]
    public async Task Isolated_Handler_NeverRunsOnThePumpsThread(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        using var release = new ManualResetEventSlim();
        var received = new Received<EventEnvelope>();
        using EventSubscription first = bridge.Host.EventBus.Subscribe(
            Pattern,
            (_, _) =>
            {
                release.Wait(CancellationToken.None);
                return ValueTask.CompletedTask;
            },
            new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { IsIsolated = true } });
        using EventSubscription second = bridge.Host.EventBus.Subscribe(Pattern, received.Add);

        await PublishAsync(bridge, 10, cancellationToken);
        await received.NextAsync(10, cancellationToken);
        release.Set();
        await bridge.IdleAsync(cancellationToken);

        Assert.That(bridge.LogOf(LogLevel.Warning), Is.Empty, "nobody had to be moved aside");
    }

    private static async Task PublishAsync(TestBridge bridge, int count, CancellationToken cancellationToken)
    {
        for (int index = 0; index < count; index++)
            await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (value > seen)
            seen = Interlocked.CompareExchange(ref most, value, seen) is int found && found == seen ? value : Volatile.Read(ref most);
    }
}
