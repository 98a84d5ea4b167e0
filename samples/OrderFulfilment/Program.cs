using System.Threading.Channels;
using LocalBridge;
using LocalBridge.EventBuses;
using LocalBridge.EventPatterns;
using OrderFulfilment;

if (args.Contains("--load"))
{
    return await LoadRun.RunAsync(args);
}

var shop = new Shop();
await using LocalBridgeHost host = LocalBridgeHost.Create(bridge => bridge
    .AddFunction("reserve-stock", shop.ReserveStock)
    .AddFunction("charge-card", Shop.ChargeCard)
    .AddFunction("notify-warehouse", Shop.NotifyWarehouseAsync)
    .AddFunction("release-stock", Shop.ReleaseStock)
    .AddStateMachine("fulfil-order", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fulfil-order.asl.json")))
    .AddRule("big-orders", rule => rule
        .Matching(e => e.Source("shop.orders").DetailType("OrderPlaced").Detail("total", Match.GreaterThan(100)))
        .To(target => target.StateMachine("fulfil-order"))));

// The workflow says on the bus how each order ended.
Channel<OrderOutcome> outcomes = Channel.CreateUnbounded<OrderOutcome>();
await using EventSubscription subscription = host.EventBus.Subscribe<OrderOutcome>(
    outcomes.Writer.WriteAsync,
    new SubscriptionOptions { Pattern = EventPattern.Parse("""{ "source": ["shop.fulfilment"] }""") });

Order[] orders =
[
    new(1, "book", 25),
    new(2, "bicycle", 450),
    new(3, "unicorn", 999),
    new(4, "yacht", 250_000),
    new(5, "piano", 1_800),
];
foreach (Order order in orders)
{
    Console.WriteLine($"Order {order.OrderId}: {order.Item} for {order.Total}");
    await host.EventBus.PublishAsync("shop.orders", "OrderPlaced", order);
    if (order.Total <= 100)
    {
        Console.WriteLine("    no rule matches: small orders are not our business");
        continue;
    }

    OrderOutcome outcome = await outcomes.Reader.ReadAsync();
    Console.WriteLine(outcome.By is null ? $"    cancelled: {outcome.Because}" : $"    shipped by {outcome.By}");
}

await host.WaitUntilIdleAsync();
await HistoryTable.PrintAsync(host.StateMachines, "fulfil-order");
return 0;
