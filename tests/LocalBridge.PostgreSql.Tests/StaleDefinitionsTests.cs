using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>Two bridges on one database that hear nothing of each other: what one changes is made of what the other has stored, not of what it knew.</summary>
[CancelAfter(60_000)]
internal sealed class StaleDefinitionsTests
{
    private const string Any = """{"source":["a"]}""";

    [Test]
    public async Task Targets_ArePutByBoth_NoneIsLost(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, "one", "two");
        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Any }, cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, "one", "two");

        await first.Rules.PutTargetsAsync("r", [Function("one")], cancellationToken: cancellationToken);
        await second.Rules.PutTargetsAsync("r", [Function("two")], cancellationToken: cancellationToken);
        await first.Rules.DisableRuleAsync("r", cancellationToken: cancellationToken);

        foreach (LocalBridgeHost bridge in (LocalBridgeHost[])[first, second])
        {
            Assert.That(await TargetsAsync(bridge, cancellationToken), Is.EqualTo(["one", "two"]));
        }
    }

    [Test]
    public async Task Rule_GotTargetElsewhere_IsNotDeleted(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, "one");
        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Any }, cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, "one");
        await second.Rules.PutTargetsAsync("r", [Function("one")], cancellationToken: cancellationToken);

        await Assert.ThatAsync(async () => await first.Rules.DeleteRuleAsync("r", cancellationToken: cancellationToken), Throws.TypeOf<ValidationException>());
        Assert.That(await TargetsAsync(first, cancellationToken), Is.EqualTo(["one"]));
    }

    [Test]
    public async Task Rule_IsDeletedElsewhere_TargetsArePutToNothing(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, "one");
        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Any }, cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, "one");
        await second.Rules.DeleteRuleAsync("r", cancellationToken: cancellationToken);

        await Assert.ThatAsync(async () => await first.Rules.PutTargetsAsync("r", [Function("one")], cancellationToken: cancellationToken),
            Throws.TypeOf<ResourceNotFoundException>());
    }

    [Test]
    public async Task Targets_OfWhatOnlyTheOtherHas_StayThroughChanges(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, "one");
        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Any }, cancellationToken);
        await first.Rules.PutTargetsAsync("r", [Function("one")], cancellationToken: cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, "two");

        Assert.That(await TargetsAsync(second, cancellationToken), Is.EqualTo(["one"]));
        await second.Rules.PutTargetsAsync("r", [Function("two")], cancellationToken: cancellationToken);
        await second.EventBus.PublishAsync("a", "Reaches only two", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await second.WaitUntilIdleAsync(cancellationToken);
        await first.Rules.EnableRuleAsync("r", cancellationToken: cancellationToken); // says nothing new, so nothing is stored
        await first.Rules.DisableRuleAsync("r", cancellationToken: cancellationToken);

        Assert.That(await TargetsAsync(first, cancellationToken), Is.EqualTo(["one", "two"]));
        await second.Rules.RemoveTargetsAsync("r", ["one", "two"], cancellationToken: cancellationToken);
        await second.Rules.DeleteRuleAsync("r", cancellationToken: cancellationToken);
    }

    [Test]
    public async Task Delivery_OfTargetThatTheSuccessorLacks_WaitsForOneThatHasIt(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using (LocalBridgeHost first = await StartAsync(database, static (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop), "hangs"))
        {
            await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Any }, cancellationToken);
            await first.Rules.PutTargetsAsync("r", [Function("hangs")], cancellationToken: cancellationToken);
            await first.EventBus.PublishAsync("a", "Accepted", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        }

        await using (LocalBridgeHost without = await StartAsync(database, "other"))
        {
            await without.WaitUntilIdleAsync(cancellationToken);
        }

        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LocalBridgeHost last = await StartAsync(database, (bridgeEvent, _) => Receive(received, bridgeEvent), "hangs");
        Assert.That(await received.Task.WaitAsync(cancellationToken), Is.EqualTo("Accepted"));

        static Task Receive(TaskCompletionSource<string> received, JsonValue bridgeEvent)
        {
            received.TrySetResult(bridgeEvent["detail-type"].GetString());
            return Task.CompletedTask;
        }
    }

    [Test]
    public async Task EventBus_IsCreatedByBoth_SecondIsTold(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database);
        await using LocalBridgeHost second = await StartAsync(database);
        await first.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = "orders", Description = "first" }, cancellationToken);

        await Assert.ThatAsync(async () => await second.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = "orders", Description = "second" }, cancellationToken),
            Throws.TypeOf<ResourceAlreadyExistsException>());
        Assert.That((await second.EventBuses.DescribeEventBusAsync("orders", cancellationToken)).Description, Is.EqualTo("first"));
    }

    [Test]
    public async Task StateMachine_IsChangedElsewhere_NextChangeIsMadeOfThat(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database);
        await using LocalBridgeHost second = await StartAsync(database);
        await first.StateMachines.CreateStateMachineAsync(new CreateStateMachineRequest { Name = "m", Definition = Definition(1) }, cancellationToken);
        await Assert.ThatAsync(async () => await second.StateMachines.CreateStateMachineAsync(new CreateStateMachineRequest { Name = "m", Definition = Definition(2) }, cancellationToken),
            Throws.TypeOf<StateMachineAlreadyExistsException>());

        await first.StateMachines.UpdateStateMachineAsync(new UpdateStateMachineRequest { StateMachine = "m", Definition = Definition(3) }, cancellationToken);
        await second.StateMachines.UpdateStateMachineAsync(
            new UpdateStateMachineRequest { StateMachine = "m", RoleArn = "arn:aws:iam::000000000000:role/other" }, cancellationToken);
        Assert.That((await second.StateMachines.DescribeStateMachineAsync("m", cancellationToken)).Definition, Is.EqualTo(Definition(3)));

        await first.StateMachines.DeleteStateMachineAsync("m", cancellationToken);
        await Assert.ThatAsync(async () => await second.StateMachines.UpdateStateMachineAsync(new UpdateStateMachineRequest { StateMachine = "m", Definition = Definition(4) }, cancellationToken),
            Throws.TypeOf<StateMachineDoesNotExistException>());
    }

    private static string Definition(int result) => $$$"""{"StartAt":"P","States":{"P":{"Type":"Pass","Result":{{{result}}},"End":true} } }""";

    private static Target Function(string name) => new() { Id = name, Arn = $"arn:aws:lambda:us-east-1:000000000000:function:{name}" };

    private static async Task<IEnumerable<string>> TargetsAsync(LocalBridgeHost bridge, CancellationToken cancellationToken) =>
        (await bridge.Rules.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "r" }, cancellationToken)).Targets.Select(static target => target.Id);

    private static Task<LocalBridgeHost> StartAsync(TestDatabase database, params string[] functions) =>
        StartAsync(database, static (_, _) => Task.CompletedTask, functions);

    private static async Task<LocalBridgeHost> StartAsync(TestDatabase database, Func<JsonValue, CancellationToken, Task> function, params string[] functions)
    {
        var storage = new HookedStorage(database.CreateStorage(TimeSpan.FromMinutes(10)));
        LocalBridgeHost bridge = LocalBridgeHost.Create(builder =>
        {
            builder.UseStorage(_ => storage).ConfigureEventBus(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(1));
            foreach (string name in functions)
            {
                builder.AddFunction(name, function);
            }
        });
        await bridge.StartAsync();
        return bridge;
    }
}
