using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Tests.Support;
using LocalBridge.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalBridge.Tests.Hosting;

[CancelAfter(20_000)]
public sealed class LocalBridgeServiceCollectionExtensionsTests
{
    [Test]
    public async Task AddLocalBridge_Application_StartsAndDrainsTheBridge(CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        var received = new Received<int>();
        builder.Services.AddSingleton(received);
        builder.Services.AddLocalBridge(static bridge => bridge
            .AddFunction("collect", async (Order order, Received<int> orders, CancellationToken token) =>
            {
                await Task.Yield();
                await orders.Add(order.Id, token);
            })
            .AddRule("orders", rule => rule
                .Matching(e => e.Source("shop"))
                .To(target => target.Function("collect").InputPath("$.detail"))));
        using IHost application = builder.Build();
        await application.StartAsync(cancellationToken);

        IEventBus bus = application.Services.GetRequiredService<IEventBus>();
        for (int index = 0; index < 50; index++)
            await bus.PublishAsync("shop", "OrderPlaced", new Order(index, 1), cancellationToken: cancellationToken);
        await application.StopAsync(cancellationToken);

        Assert.That(received.Count, Is.EqualTo(50));
        await Assert.ThatAsync(async () => await bus.PublishAsync("s", "d", JsonValue.EmptyObject), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task AddLocalBridge_Twice_AddsUpToOneBridge()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddLocalBridge(static bridge => bridge.AddEventBus("a"))
            .AddLocalBridge(static bridge => bridge.AddEventBus("b"))
            .BuildServiceProvider();

        Assert.That(services.GetRequiredKeyedService<IEventBus>("a").Name, Is.EqualTo("a"));
        Assert.That(services.GetRequiredKeyedService<IEventBus>("b").Name, Is.EqualTo("b"));
        Assert.That(services.GetRequiredService<IEventBus>().Name, Is.EqualTo("default"));
        Assert.That(services.GetServices<IHostedService>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task AddLocalBridge_EveryDoor_LeadsToTheSameBridge()
    {
        await using ServiceProvider services = new ServiceCollection().AddLocalBridge(static _ => { }).BuildServiceProvider();

        LocalBridgeHost bridge = services.GetRequiredService<LocalBridgeHost>();

        Assert.That(services.GetRequiredService<IEventBus>(), Is.SameAs(bridge.EventBus));
        Assert.That(services.GetRequiredService<IEventBuses>(), Is.SameAs(bridge.EventBuses));
        Assert.That(services.GetRequiredService<IRules>(), Is.SameAs(bridge.Rules));
        Assert.That(services.GetRequiredService<IStateMachines>(), Is.SameAs(bridge.StateMachines));
        Assert.That(services.GetRequiredService<IActivities>(), Is.SameAs(bridge.Activities));
    }

    [Test]
    public void AddLocalBridge_ServiceMissing_FailsWhenTheBridgeIsBuilt()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLocalBridge(static bridge => bridge.AddFunction("f", (Order order, Random random) => random.Next() + order.Id))
            .BuildServiceProvider();

        Assert.That(
            () => services.GetRequiredService<LocalBridgeHost>(),
            Throws.TypeOf<LocalBridgeConfigurationException>().With.Message.Contains("System.Random is not registered"));
    }
}
