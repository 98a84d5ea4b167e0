using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.Tests.Support;
using LocalBridge.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LocalBridge.Tests.Hosting;

[CancelAfter(10_000)]
public sealed class LocalBridgeHostTests
{
    private const string Pattern = """{"source":["s"]}""";

    [Test]
    public void Create_ManyFaults_TellsAllAtOnce()
    {
        LocalBridgeConfigurationException? fault = Assert.Throws<LocalBridgeConfigurationException>(static () => LocalBridgeHost.Create(bridge => bridge
            .UseAccount("12")
            .UseRegion("")
            .ConfigureEventBus(static options =>
            {
                options.Capacity = 0;
                options.MaximumRetryDelay = TimeSpan.Zero;
            })
            .AddFunction("f", (input, _, _) => new ValueTask<JsonValue>(input))
            .AddFunction("f", (Order order, Random dice) => dice.Next() + order.Id)));

        Assert.That(fault!.Faults, Has.Count.EqualTo(6));
        Assert.That(fault.Message, Does.Contain("'12'").And.Contain("Region ''").And.Contain("Capacity").And.Contain("MaximumRetryDelay"));
        Assert.That(fault.Message, Does.Contain("function 'f' is added 2 times").And.Contain("parameter 'dice'"));
    }

    [Test]
    public void Create_BadRulesAndDefinitions_TellsAllAtOnce()
    {
        LocalBridgeConfigurationException? fault = Assert.Throws<LocalBridgeConfigurationException>(static () => LocalBridgeHost.Create(bridge => bridge
            .AddEventBus("default")
            .AddEventBus("a b")
            .AddStateMachine("m", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"nobody","End":true}}}""")
            .AddStateMachine("n", "{")
            .AddRule("no-pattern", rule => rule.To(target => target.Handler((_, _) => ValueTask.CompletedTask)))
            .AddRule("bad-pattern", rule => rule.Matching("""{"source":"s"}"""))
            .AddRule("no-target", rule => rule.Matching(Pattern).To(target => target.Function("nobody")))
            .AddRule("no-bus", rule => rule.OnBus("nowhere").Matching(Pattern))
            .AddRule("no-receiver", rule => rule.Matching(Pattern).To(target => target.Id("x")))));

        Assert.That(fault!.Faults, Has.Count.EqualTo(9));
    }

    [Test]
    public async Task Builder_Used_RefusesFurtherUse()
    {
        LocalBridgeBuilder? kept = null;
        await using LocalBridgeHost host = LocalBridgeHost.Create(bridge => kept = bridge);

        Assert.That(() => kept!.AddEventBus("late"), Throws.InvalidOperationException.With.Message.Contains("has built its bridge"));
    }

    [Test]
    public async Task Start_Twice_StartsOnce()
    {
        await using TestBridge bridge = TestBridge.Create();

        await bridge.Host.StartAsync();
        await bridge.Host.StartAsync();

        Assert.That(bridge.Log.GetSnapshot().Count(record => record.Message.StartsWith("The bridge has started", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task StateMachines_WithoutStart_WorkAtOnce(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddFunction("double", (int x) => 2 * x)
            .AddStateMachine("m", """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"double","End":true}}}"""));

        Execution execution = await bridge.Host.StateMachines.StartAsync("m", 21, cancellationToken: cancellationToken);

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("42"));
    }

    [Test]
    public async Task AddStateMachine_BuiltInCode_Runs(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .AddFunction("double", (int x) => 2 * x)
            .AddStateMachine("m", machine => machine
                .Choice("Big?", choice => choice.When(Condition.Variable("$").NumericGreaterThan(20), next: "Double").Default("Small"))
                .Task("Double", "double", task => task.End())
                .Fail("Small")));

        Execution execution = await bridge.Host.StateMachines.StartAsync("m", 21, cancellationToken: cancellationToken);

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("42"));
    }

    [Test]
    public void AddStateMachine_FaultyInCode_IsToldWhenTheBridgeIsBuilt()
    {
        LocalBridgeConfigurationException? fault = Assert.Throws<LocalBridgeConfigurationException>(static () => LocalBridgeHost.Create(bridge => bridge
            .AddStateMachine("m", static machine => machine.Pass("A", static state => state.Next("Nowhere")))));

        Assert.That(fault!.Message, Does.Contain("Missing 'Next' target: Nowhere"));
    }

    [Test]
    public async Task Start_AfterDispose_Throws()
    {
        TestBridge bridge = TestBridge.Create();
        await bridge.DisposeAsync();

        await Assert.ThatAsync(async () => await bridge.Host.StartAsync(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task UseServices_ContainerFree_ResolvesParameters(CancellationToken cancellationToken)
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton(new Random(1)).BuildServiceProvider();
        var received = new Received<int>();
        await using TestBridge bridge = TestBridge.Create(builder => builder
            .UseServices(services)
            .AddFunction("f", (JsonValue _, Random random, CancellationToken token) => received.Add(random.Next(), token))
            .AddRule("r", rule => rule.Matching(Pattern).To(target => target.Function("f"))));

        await bridge.Bus.PublishAsync("s", "d", JsonValue.EmptyObject, cancellationToken: cancellationToken);

        Assert.That(await received.NextAsync(cancellationToken), Is.EqualTo(new Random(1).Next()));
    }
}
