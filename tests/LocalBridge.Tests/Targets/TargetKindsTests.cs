using LocalBridge.EventBuses;
using LocalBridge.Events;
using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Rules;
using LocalBridge.Targets;
using LocalBridge.Tests.Support;
using LocalBridge.Workflows;
using Microsoft.Extensions.Logging;

namespace LocalBridge.Tests.Targets;

[CancelAfter(10_000)]
public sealed class TargetKindsTests
{
    private const string Pattern = """{"source":["s"]}""";

    private const string PassThrough = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";

    [Test]
    public async Task Function_ByName_ReceivesTheEnvelopeAndTheEventId(CancellationToken cancellationToken)
    {
        var received = new Received<(JsonValue Input, FunctionContext Context)>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddFunction("f", async (input, context, token) =>
            {
                await received.Add((input, context), token);
                return input;
            })
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Function("f"))));

        PublishResult result = await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        (JsonValue input, FunctionContext context) = await received.NextAsync(cancellationToken);

        Assert.That(input["id"].GetString(), Is.EqualTo(result.EventId));
        Assert.That((context.FunctionName, context.EventId, context.ExecutionArn), Is.EqualTo(("f", result.EventId, (string?)null)));
    }

    [Test]
    public async Task Function_ByQualifiedArn_IsCalled(CancellationToken cancellationToken)
    {
        var received = new Received<JsonValue>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddFunction("f", async (input, _, token) =>
            {
                await received.Add(input, token);
                return input;
            })
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Arn("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST").Input("[1]"))));

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        Assert.That((await received.NextAsync(cancellationToken)).ToJson(), Is.EqualTo("[1]"));
    }

    [Test]
    public async Task InputHandler_WithTransformer_ReceivesWhatItMakes(CancellationToken cancellationToken)
    {
        var received = new Received<JsonValue>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target
                .InputHandler(received.Add)
                .InputTransformer("""{"n":<n>}""", ("n", "$.detail.n")))));

        await bridge.Bus.PublishAsync("s", "d", JsonValue.Parse("""{"n":1.0}"""), cancellationToken: cancellationToken);

        Assert.That((await received.NextAsync(cancellationToken)).ToJson(), Is.EqualTo("""{"n":1.0}"""));
    }

    [Test]
    public async Task StateMachine_Target_StartsAnExecutionNamedAfterTheEvent(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddStateMachine("m", PassThrough)
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.StateMachine("m").InputPath("$.detail"))));

        PublishResult result = await bridge.Bus.PublishAsync("s", "d", JsonValue.Parse("""{"n":1}"""), cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        ExecutionPage page = await bridge.Host.StateMachines.ListExecutionsAsync("m", cancellationToken: cancellationToken);
        ExecutionDescription execution = page.Executions.Single();
        Assert.That(execution.Name, Does.StartWith(result.EventId + "_"));
        ExecutionDescription described = await bridge.Host.StateMachines.DescribeAsync(execution.ExecutionArn, cancellationToken);
        Assert.That(described.Output.ToJson(), Is.EqualTo("""{"n":1}"""));
    }

    [Test]
    public async Task StateMachine_CreatedLater_CanBeATarget(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create();
        StateMachineDescription machine = await bridge.Host.StateMachines.CreateStateMachineAsync(
            new CreateStateMachineRequest { Name = "late", Definition = PassThrough }, cancellationToken);
        await bridge.Host.Rules.PutRuleAsync(new PutRuleRequest { Name = "r", EventPattern = Pattern }, cancellationToken);

        await bridge.Host.Rules.PutTargetsAsync("r", [new Target { Id = "t", Arn = machine.StateMachineArn }], cancellationToken: cancellationToken);
        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That((await bridge.Host.StateMachines.ListExecutionsAsync("late", cancellationToken: cancellationToken)).Executions, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task StateMachine_Deleted_GoesToTheDeadLetterQueueAtOnce(CancellationToken cancellationToken)
    {
        var letters = new Received<DeadLetter>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddDeadLetterQueue("dlq", letters.Add)
            .AddStateMachine("m", PassThrough)
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.StateMachine("m").DeadLetterTo("dlq"))));
        await bridge.Host.StateMachines.DeleteStateMachineAsync("m", cancellationToken);

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        Assert.That((await letters.NextAsync(cancellationToken)).ErrorCode, Is.EqualTo("NO_RESOURCE"));
    }

    [Test]
    public async Task EventBus_Target_RepublishesWithTheSameId(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddEventBus("other")
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.EventBus("other"))));
        var received = new Received<EventEnvelope>();
        using EventSubscription subscription = bridge.Host.EventBuses.GetEventBus("other").Subscribe(Pattern, received.Add);

        PublishResult result = await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        Assert.That((await received.NextAsync(cancellationToken)).Id, Is.EqualTo(result.EventId));
    }

    [Test]
    public async Task EventBus_Loop_IsStoppedAndTold(CancellationToken cancellationToken)
    {
        var received = new Received<string>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddEventBus("a")
            .AddEventBus("b")
            .AddRule("to-b", rule => rule.OnBus("a").Matching(Pattern).To(target => target.EventBus("b")).To(target => target.Handler((_, token) => received.Add("a", token))))
            .AddRule("to-a", rule => rule.OnBus("b").Matching(Pattern).To(target => target.EventBus("a")).To(target => target.Handler((_, token) => received.Add("b", token)))));

        await bridge.Host.EventBuses.GetEventBus("a").PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(await received.NextAsync(2, cancellationToken), Is.EquivalentTo((string[])["a", "b"]));
        Assert.That(received.Count, Is.EqualTo(2));
        Assert.That(bridge.LogOf(LogLevel.Warning).Single().Message, Does.Contain("loop was stopped"));
    }

    [Test]
    public async Task EventBus_ToItself_IsStopped(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.EventBus("default"))));

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);
        await bridge.IdleAsync(cancellationToken);

        Assert.That(bridge.LogOf(LogLevel.Warning), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task EventBus_Deleted_GoesToTheDeadLetterQueue(CancellationToken cancellationToken)
    {
        var letters = new Received<DeadLetter>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddEventBus("other")
            .AddDeadLetterQueue("dlq", letters.Add)
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.EventBus("other").DeadLetterTo("dlq"))));
        await bridge.Host.EventBuses.DeleteEventBusAsync("other", cancellationToken);

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        Assert.That((await letters.NextAsync(cancellationToken)).ErrorCode, Is.EqualTo("NO_RESOURCE"));
    }
}
