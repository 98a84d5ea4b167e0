using System.Collections.Concurrent;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Json;
using LocalBridge.PostgreSql.Tests.Support;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Activities;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.PostgreSql.Tests;

/// <summary>Two bridges on one database: what is defined at run time in one is known in the other, without waiting for its lease.</summary>
[CancelAfter(60_000)]
internal sealed class SharedDefinitionsTests
{
    private const string FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:note";

    [Test]
    public async Task Rule_IsPutChangedAndDeleted_OtherBridgeFollows(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        var noted = new ConcurrentQueue<string>();
        await using LocalBridgeHost first = await StartAsync(database, new(), cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, noted, cancellationToken);

        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = """{"source":["a"]}""" }, cancellationToken);
        await first.Rules.PutTargetsAsync("r", [new Target { Id = "t", Arn = FunctionArn }], cancellationToken: cancellationToken);
        await UntilAsync(async () => (await TargetsAsync(second, cancellationToken)) is ["t"], cancellationToken);
        await second.EventBus.PublishAsync("a", "One", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await second.WaitUntilIdleAsync(cancellationToken);
        Assert.That(noted, Is.EqualTo(["One"]));

        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = """{"source":["b"]}""" }, cancellationToken);
        await UntilAsync(async () => (await second.Rules.DescribeRuleAsync("r", cancellationToken: cancellationToken)).EventPattern == """{"source":["b"]}""", cancellationToken);
        await second.EventBus.PublishAsync("a", "Two", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await second.EventBus.PublishAsync("b", "Three", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await second.WaitUntilIdleAsync(cancellationToken);
        Assert.That(noted, Is.EqualTo(["One", "Three"]));

        await second.Rules.DisableRuleAsync("r", cancellationToken: cancellationToken);
        await UntilAsync(async () => (await first.Rules.DescribeRuleAsync("r", cancellationToken: cancellationToken)).State == RuleState.Disabled, cancellationToken);
        await second.Rules.RemoveTargetsAsync("r", ["t"], cancellationToken: cancellationToken);
        await UntilAsync(async () => (await TargetsAsync(first, cancellationToken)).Length == 0, cancellationToken);
        await first.Rules.DeleteRuleAsync("r", cancellationToken: cancellationToken);
        await UntilAsync(async () => (await second.Rules.ListRulesAsync(new ListRulesRequest { NamePrefix = "r" }, cancellationToken)).Rules.Count == 0, cancellationToken);
    }

    [Test]
    public async Task Rule_OfTheCode_StaysAsCodeHasIt(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, new(), cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, new(), cancellationToken, static bridge => bridge.AddRule("code", rule => rule.Matching("""{"source":["code"]}""")));

        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "code", EventPattern = """{"source":["other"]}""" }, cancellationToken);
        await first.Rules.PutRuleAsync(new PutRuleRequest { Name = "last", EventPattern = """{"source":["other"]}""" }, cancellationToken);
        await UntilAsync(async () => (await second.Rules.ListRulesAsync(new ListRulesRequest { NamePrefix = "last" }, cancellationToken)).Rules.Count == 1, cancellationToken);

        Assert.That((await second.Rules.DescribeRuleAsync("code", cancellationToken: cancellationToken)).EventPattern, Is.EqualTo("""{"source":["code"]}"""));
    }

    [Test]
    public async Task ManyRules_PutByBothAtOnce_BothEndWithAll(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, new(), cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, new(), cancellationToken);

        await Task.WhenAll(PutAsync(first, "a"), PutAsync(second, "b"));

        foreach (LocalBridgeHost bridge in (LocalBridgeHost[])[first, second])
        {
            await UntilAsync(async () => (await bridge.Rules.ListRulesAsync(new ListRulesRequest { Limit = 100 }, cancellationToken)).Rules.Count == 60, cancellationToken);
        }

        async Task PutAsync(LocalBridgeHost bridge, string prefix)
        {
            for (int i = 0; i < 30; i++)
            {
                await bridge.Rules.PutRuleAsync(new PutRuleRequest { Name = $"{prefix}{i}", EventPattern = """{"source":["x"]}""" }, cancellationToken);
            }
        }
    }

    [Test]
    public async Task EventBus_IsCreatedAndDeleted_OtherBridgeFollows(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, new(), cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, new(), cancellationToken);

        await first.EventBuses.CreateEventBusAsync(new CreateEventBusRequest { Name = "orders" }, cancellationToken);
        await UntilAsync(() => Task.FromResult(second.EventBuses.TryGetEventBus("orders", out _)), cancellationToken);
        await second.EventBuses.DeleteEventBusAsync("orders", cancellationToken);
        await UntilAsync(() => Task.FromResult(!first.EventBuses.TryGetEventBus("orders", out _)), cancellationToken);

        Assert.That(() => first.EventBuses.GetEventBus("orders"), Throws.TypeOf<ResourceNotFoundException>());
    }

    [Test]
    public async Task StateMachineAndActivity_AreChangedAndDeleted_OtherBridgeFollows(CancellationToken cancellationToken)
    {
        await using TestDatabase database = TestDatabase.Create();
        await using LocalBridgeHost first = await StartAsync(database, new(), cancellationToken);
        await using LocalBridgeHost second = await StartAsync(database, new(), cancellationToken);
        static string Definition(int result) => """{"StartAt":"P","States":{"P":{"Type":"Pass","Result":0,"End":true}}}""".Replace("0", $"{result}", StringComparison.Ordinal);

        await first.StateMachines.CreateStateMachineAsync(new CreateStateMachineRequest { Name = "m", Definition = Definition(1) }, cancellationToken);
        await first.StateMachines.UpdateStateMachineAsync(new UpdateStateMachineRequest { StateMachine = "m", Definition = Definition(2) }, cancellationToken);
        ActivityDescription activity = await first.Activities.CreateActivityAsync("work", cancellationToken);
        await UntilAsync(async () => (await second.StateMachines.ListStateMachinesAsync(cancellationToken: cancellationToken)).StateMachines is [{ Definition: var definition }] && definition == Definition(2), cancellationToken);
        await UntilAsync(async () => (await second.Activities.ListActivitiesAsync(cancellationToken)).Length == 1, cancellationToken);
        Execution execution = await second.StateMachines.StartAsync("m", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        Assert.That(await execution.GetResultAsync(cancellationToken), Is.EqualTo((JsonValue)2));

        await second.StateMachines.DeleteStateMachineAsync("m", cancellationToken);
        await second.Activities.DeleteActivityAsync(activity.ActivityArn, cancellationToken);
        await UntilAsync(async () => (await first.StateMachines.ListStateMachinesAsync(cancellationToken: cancellationToken)).StateMachines.IsEmpty, cancellationToken);
        await UntilAsync(async () => (await first.Activities.ListActivitiesAsync(cancellationToken)).IsEmpty, cancellationToken);

        await Assert.ThatAsync(async () => await first.StateMachines.StartAsync("m", JsonValue.EmptyObject, cancellationToken: cancellationToken), Throws.TypeOf<StateMachineDoesNotExistException>());
    }

    private static async Task<string[]> TargetsAsync(LocalBridgeHost bridge, CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await bridge.Rules.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "r" }, cancellationToken)).Targets.Select(static target => target.Id)];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Looks until it is so, or the test is cancelled.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<LocalBridgeHost> StartAsync(
        TestDatabase database, ConcurrentQueue<string> noted, CancellationToken cancellationToken, Action<LocalBridgeBuilder>? configure = null)
    {
        LocalBridgeHost bridge = LocalBridgeHost.Create(builder =>
        {
            builder
                .UsePostgreSql(database.ConnectionString, options =>
                {
                    options.Schema = database.Schema;
                    options.LeaseDuration = TimeSpan.FromMinutes(10);
                })
                .AddFunction("note", (JsonValue bridgeEvent) => noted.Enqueue(bridgeEvent["detail-type"].GetString()));
            configure?.Invoke(builder);
        });
        await bridge.StartAsync(cancellationToken);
        return bridge;
    }
}
