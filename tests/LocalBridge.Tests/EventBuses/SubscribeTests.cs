using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using LocalBridge.Events;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.EventBuses;

[CancelAfter(5_000)]
public sealed class SubscribeTests
{
    [Test]
    public async Task Subscribe_IsARuleWithOneTarget()
    {
        await using TestBridge bridge = TestBridge.Create();

        EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", (_, _) => ValueTask.CompletedTask);
        Rule rule = await bridge.Host.Rules.DescribeRuleAsync(subscription.RuleName);
        ListTargetsByRuleResponse targets = await bridge.Host.Rules.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = rule.Name });
        await subscription.DisposeAsync();
        ListRulesResponse rules = await bridge.Host.Rules.ListRulesAsync(new ListRulesRequest());

        Assert.That((rule.ManagedBy, rule.EventPattern, rule.Arn), Is.EqualTo(("LocalBridge", """{"source":["s"]}""", subscription.RuleArn)));
        Assert.That(targets.Targets, Has.Count.EqualTo(1));
        Assert.That(rules.Rules, Is.Empty);
    }

    [Test]
    public async Task Subscribe_Disposed_ReceivesNothingMore(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        EventSubscription subscription = bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", received.Add);
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        await subscription.DisposeAsync();
        await subscription.DisposeAsync();
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Subscribe_FluentPattern_FiltersOnDetail(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe(e => e.Source("shop").Detail("total", Match.GreaterThan(100)), received.Add);

        await bridge.Host.EventBus.PublishAsync("shop", "d", new Order(1, 99), cancellationToken: cancellationToken);
        await bridge.Host.EventBus.PublishAsync("shop", "d", new Order(2, 101), cancellationToken: cancellationToken);
        await bridge.Host.EventBus.PublishAsync("else", "d", new Order(3, 101), cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(1));
        Assert.That((await received.NextAsync(cancellationToken)).Detail["id"].ToJson(), Is.EqualTo("2"));
    }

    [Test]
    public async Task SubscribeTyped_Options_SelectSourceAndDetailType(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<Order>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe<Order>(
            received.Add, new SubscriptionOptions { Source = "shop", DetailType = "OrderPlaced" });

        await bridge.Host.EventBus.PublishAsync("shop", "Order", new Order(1, 1), cancellationToken: cancellationToken);
        await bridge.Host.EventBus.PublishAsync("else", "OrderPlaced", new Order(2, 1), cancellationToken: cancellationToken);
        await bridge.Host.EventBus.PublishAsync("shop", "OrderPlaced", new Order(3, 1), cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That((received.Count, (await received.NextAsync(cancellationToken)).Id), Is.EqualTo((1, 3)));
    }

    [Test]
    public async Task SubscribeTyped_PublishedAsJson_IsRead(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        var received = new Received<Order>();
        using EventSubscription subscription = bridge.Host.EventBus.Subscribe<Order>(received.Add);

        await bridge.Bus.PublishAsync("s", "Order", "{\"id\":7,\"total\":2}"u8.ToArray(), cancellationToken: cancellationToken);

        Assert.That(await received.NextAsync(cancellationToken), Is.EqualTo(new Order(7, 2)));
    }

    [Test]
    public async Task Subscribe_RuleNameTaken_Throws()
    {
        await using TestBridge bridge = TestBridge.Create();
        var options = new SubscriptionOptions { RuleName = "mine" };
        bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", (_, _) => ValueTask.CompletedTask, options);

        Assert.That(
            () => bridge.Host.EventBus.Subscribe("""{"source":["s"]}""", (_, _) => ValueTask.CompletedTask, options),
            Throws.TypeOf<ResourceAlreadyExistsException>().With.Message.Contains("Rule mine already exists"));
    }

    [Test]
    public async Task Subscribe_ContradictingOptions_Throw()
    {
        await using TestBridge bridge = TestBridge.Create();
        var both = new SubscriptionOptions { Pattern = EventPattern.Parse("""{"source":["s"]}"""), Source = "s" };
        var bounds = new SubscriptionOptions { DeliveryOptions = new DeliveryOptions { Concurrency = 0 } };

        Assert.That(() => bridge.Host.EventBus.Subscribe<Order>((_, _) => ValueTask.CompletedTask, both), Throws.ArgumentException);
        Assert.That(() => bridge.Host.EventBus.Subscribe<List<int>>((_, _) => ValueTask.CompletedTask), Throws.ArgumentException.With.Message.Contains("generic"));
        Assert.That(
            () => bridge.Host.EventBus.Subscribe<Order>((_, _) => ValueTask.CompletedTask, bounds),
            Throws.TypeOf<ValidationException>().With.Message.Contains("concurrency"));
    }

    [Test]
    public async Task Subscribe_InvalidPattern_Throws()
    {
        await using TestBridge bridge = TestBridge.Create();

        Assert.That(
            () => bridge.Host.EventBus.Subscribe("""{"source":"s"}""", (_, _) => ValueTask.CompletedTask),
            Throws.TypeOf<EventPatternException>());
    }
}
