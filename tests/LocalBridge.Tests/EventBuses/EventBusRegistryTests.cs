using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Tests.Support;

namespace LocalBridge.Tests.EventBuses;

public sealed class EventBusRegistryTests
{
    [Test]
    public async Task CreateEventBus_New_IsDescribedAndListed()
    {
        await using TestBridge bridge = TestBridge.Create();
        IEventBuses buses = bridge.Host.EventBuses;

        EventBusDescription created = await buses.CreateEventBusAsync(new CreateEventBusRequest { Name = "shop", Description = "orders" });

        var expected = new EventBusDescription
        {
            Name = "shop",
            Arn = "arn:aws:events:us-east-1:000000000000:event-bus/shop",
            Description = "orders",
            CreationTime = TestBridge.Start,
            LastModifiedTime = TestBridge.Start,
        };
        Assert.That(created, Is.EqualTo(expected));
        Assert.That(await buses.DescribeEventBusAsync(created.Arn), Is.EqualTo(expected));
        Assert.That((await buses.ListEventBusesAsync(new ListEventBusesRequest())).EventBuses.Select(bus => bus.Name), Is.EqualTo((string[])["default", "shop"]));
        Assert.That((await buses.ListEventBusesAsync(new ListEventBusesRequest { NamePrefix = "sh" })).EventBuses, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CreateEventBus_NameTaken_Throws()
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder.AddEventBus("shop"));

        await Assert.ThatAsync(
            async () => await bridge.Host.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = "shop" }),
            Throws.TypeOf<ResourceAlreadyExistsException>().With.Message.EqualTo("Event bus shop already exists."));
    }

    [TestCase("a b", "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [/\\.\\-_A-Za-z0-9]+")]
    [TestCase("a/b", "The event bus name 'a/b' is invalid: only the names of partner event buses contain '/'.")]
    public async Task CreateEventBus_BadName_Throws(string name, string message)
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = name }),
            Throws.TypeOf<ValidationException>().With.Message.EqualTo(message));
    }

    [Test]
    public async Task DeleteEventBus_Unknown_Succeeds()
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(async () => await bridge.Host.EventBuses.DeleteEventBusAsync("nowhere"), Throws.Nothing);
    }

    [Test]
    public async Task DeleteEventBus_Default_Throws()
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.EventBuses.DeleteEventBusAsync("default"),
            Throws.TypeOf<ValidationException>().With.Message.EqualTo("Cannot delete event bus default."));
    }

    [Test]
    public async Task DescribeEventBus_Unknown_Throws()
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.EventBuses.DescribeEventBusAsync("nowhere"),
            Throws.TypeOf<ResourceNotFoundException>().With.Message.EqualTo("Event bus nowhere does not exist."));
        Assert.That(bridge.Host.EventBuses.TryGetEventBus("nowhere", out _), Is.False);
    }

    [Test]
    public async Task ListEventBuses_Pages_JoinUp()
    {
        await using TestBridge bridge = TestBridge.Create();
        for (int index = 0; index < 6; index++)
            await bridge.Host.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = $"bus-{index}" });

        var request = new ListEventBusesRequest { NamePrefix = "bus-", Limit = 3 };
        ListEventBusesResponse first = await bridge.Host.EventBuses.ListEventBusesAsync(request);
        ListEventBusesResponse second = await bridge.Host.EventBuses.ListEventBusesAsync(request with { Limit = 5, NextToken = first.NextToken });

        Assert.That(first.EventBuses.Concat(second.EventBuses).Select(bus => bus.Name), Is.EqualTo(Enumerable.Range(0, 6).Select(index => $"bus-{index}")));
        Assert.That((first.EventBuses.Count, second.NextToken), Is.EqualTo((3, (string?)null)));
    }

    [Test]
    public async Task ListEventBuses_ForgedToken_Throws()
    {
        await using TestBridge bridge = TestBridge.Create();

        await Assert.ThatAsync(
            async () => await bridge.Host.EventBuses.ListEventBusesAsync(new ListEventBusesRequest { NextToken = "!" }),
            Throws.TypeOf<ValidationException>().With.Message.Contains("NextToken"));
    }
}
