using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(10_000)]
public sealed class ShutdownTests
{
    private const string Pattern = """{"source":["s"]}""";

    [Test]
    public async Task Dispose_DeliveriesUnderWay_WaitsForThem(CancellationToken cancellationToken)
    {
        TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        int handled = 0;
        bridge.Host.EventBus.Subscribe(Pattern, async Task (_, token) =>
        {
            await gate.WaitAsync(token);
            handled++;
        });
        await PublishAsync(bridge, 20, cancellationToken);

        Task disposal = bridge.Host.DisposeAsync().AsTask();
        bool waits = !disposal.IsCompleted;
        gate.Release(20);
        await disposal.WaitAsync(cancellationToken);

        Assert.That((waits, handled), Is.EqualTo((true, 20)));
        Assert.That(bridge.LogOf(LogLevel.Error), Is.Empty);
    }

    [Test]
    public async Task Dispose_HandlerPublishesMeanwhile_DeliversThatToo(CancellationToken cancellationToken)
    {
        TestBridge bridge = TestBridge.Create();
        var gate = new SemaphoreSlim(0);
        var received = new Received<int>();
        bridge.Host.EventBus.Subscribe(Pattern, async Task (_, token) =>
        {
            await gate.WaitAsync(token);
            await bridge.Host.EventBus.PublishAsync("s", "Order", new Order(7, 1), cancellationToken: token);
        }, new SubscriptionOptions { RuleName = "chain" });
        using EventSubscription second = bridge.Host.EventBus.Subscribe<Order>((order, token) => received.Add(order.Id, token));
        await bridge.Host.Rules.DisableRuleAsync("chain", cancellationToken: cancellationToken);
        await bridge.Host.Rules.EnableRuleAsync("chain", cancellationToken: cancellationToken);
        await PublishAsync(bridge, 1, cancellationToken);
        await bridge.Host.Rules.DisableRuleAsync("chain", cancellationToken: cancellationToken);

        Task disposal = bridge.Host.DisposeAsync().AsTask();
        gate.Release();
        await disposal.WaitAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Dispose_HandlerNeverReturns_GivesUpAfterTheLimitAndSaysWhatIsLost(CancellationToken cancellationToken)
    {
        TestBridge bridge = TestBridge.Create(builder => builder.ConfigureEventBus(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10)));
        var begun = new Received<CancellationToken>();
        bridge.Host.EventBus.Subscribe(Pattern, async Task (_, token) =>
        {
            await begun.Add(token, CancellationToken.None);
            await new TaskCompletionSource().Task;
        });
        await PublishAsync(bridge, 3, cancellationToken);
        CancellationToken handlerToken = await begun.NextAsync(cancellationToken);

        Task disposal = bridge.Host.DisposeAsync().AsTask();
        await bridge.AdvanceUntilAsync(disposal, TimeSpan.FromSeconds(1), cancellationToken);

        Assert.That(handlerToken.IsCancellationRequested);
        Assert.That(bridge.LogOf(LogLevel.Error)[0].Message, Does.Contain("3 events or deliveries were given up"));
    }

    [Test]
    public async Task Dispose_Twice_IsOnce()
    {
        TestBridge bridge = TestBridge.Create();

        await bridge.Host.DisposeAsync();
        await bridge.Host.DisposeAsync();

        Assert.That(bridge.LogOf(LogLevel.Information).Count(record => record.Message == "The bridge has stopped."), Is.EqualTo(1));
    }

    [Test]
    public async Task Dispose_PublisherWaitsForRoom_IsToldThatItWasNotAccepted(CancellationToken cancellationToken)
    {
        TestBridge bridge = TestBridge.Create();
        bridge.Host.EventBus.Subscribe(
            Pattern,
            Task (_, _) => new TaskCompletionSource().Task,
            new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { Capacity = 1 } });
        await PublishAsync(bridge, 2, cancellationToken);
        while (!bridge.Bus.Rules.Rules.Values.Single().Targets[0].Dispatch!.IsFull)
            await Task.Yield();

        Task waiting = PublishAsync(bridge, 1, cancellationToken);
        await bridge.DisposeAsync();

        await Assert.ThatAsync(async () => await waiting, Throws.InstanceOf<ObjectDisposedException>().With.Message.Contains("not accepted"));
    }

    [Test]
    public async Task WaitUntilIdle_NothingPublished_CompletesAtOnce()
    {
        await using TestBridge bridge = TestBridge.Create();

        Assert.That(bridge.Bus.WaitUntilIdleAsync(CancellationToken.None).IsCompleted);
    }

    [Test]
    public async Task WaitUntilIdle_DeliveryUnderWay_CompletesWithIt(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var gate = new TaskCompletionSource();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe(Pattern, Task (_, _) => gate.Task);
        await PublishAsync(bridge, 1, cancellationToken);

        Task idle = bridge.Bus.WaitUntilIdleAsync(cancellationToken);
        bool waits = !idle.IsCompleted;
        gate.SetResult();
        await idle;

        Assert.That(waits);
    }

    private static async Task PublishAsync(TestBridge bridge, int count, CancellationToken cancellationToken)
    {
        for (int index = 0; index < count; index++)
            await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
    }
}
