using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class ExpressExecutionTests
{
    [Test]
    public async Task Start_TasksEndAtOnce_RunsToItsEndOnTheCallersThread()
    {
        var threads = new HashSet<int>();
        await using TestBridge bridge = await new TestBridge()
            .Function("note", input =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                return input;
            })
            .StartAsync();
        await bridge.CreateAsync("machine", Definitions.Sequence("note", 5), StateMachineType.Express);

        int caller = Environment.CurrentManagedThreadId;
        Task<Execution> start = bridge.Engine.StartAsync("machine", JsonValue.Parse("7"));

        Assert.That(start.IsCompletedSuccessfully, Is.True);
        Assert.That(threads, Is.EquivalentTo(new[] { caller }));
        Assert.That((await (await start).WaitAsync()).Output.ToJson(), Is.EqualTo("7"));
    }

    [Test]
    public async Task Start_TaskBlocks_IsHandedToItsShard(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Function("yield", async (input, _) =>
            {
                await Task.Yield();
                return input;
            })
            .StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Map("yield"), """{"items":[1,2,3]}""", StateMachineType.Express);

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("[1,2,3]"));
    }

    [Test]
    public async Task Start_Wait_IsTimedByItsShard()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(
            """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""", "{}", StateMachineType.Express);
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync());

        Assert.That(result.StopDate - execution.StartDate, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Start_Express_StoresNothingAndMayShareAName(CancellationToken cancellationToken)
    {
        var storage = new RecordingStorage(new InMemoryStorage());
        await using TestBridge bridge = await new TestBridge { Storage = storage }.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass, StateMachineType.Express);
        int before = storage.Commits;
        var options = new StartExecutionOptions { Name = "same" };

        Execution first = await bridge.Engine.StartAsync("machine", default, options, cancellationToken);
        Execution second = await bridge.Engine.StartAsync("machine", default, options, cancellationToken);

        Assert.That(storage.Commits, Is.EqualTo(before));
        Assert.That(first.ExecutionArn, Does.StartWith("arn:aws:states:us-east-1:111111111111:express:machine:same:"));
        Assert.That(second.ExecutionArn, Is.Not.EqualTo(first.ExecutionArn));
    }

    [Test]
    public async Task Start_EndlessLoop_ReturnsToTheCaller(CancellationToken cancellationToken)
    {
        TestBridge bridge = await new TestBridge().StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Endless, "{}", StateMachineType.Express);
        await bridge.DisposeAsync();

        await Assert.ThatAsync(() => execution.WaitAsync(cancellationToken), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task ListExecutions_Express_IsNotSupported(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass, StateMachineType.Express);

        await Assert.ThatAsync(
            () => bridge.Engine.ListExecutionsAsync("machine", null, cancellationToken), Throws.TypeOf<StateMachineTypeNotSupportedException>());
    }

    [Test]
    public async Task Start_ExpressStartsItself_DoesNotExhaustTheStack(CancellationToken cancellationToken)
    {
        int depth = 0;
        var bridge = new TestBridge();
        bridge.Function("deeper", async (input, token) =>
        {
            if (Interlocked.Increment(ref depth) < 2_000)
            {
                Execution child = await bridge.Engine.StartAsync("machine", input, null, token);
                return await child.GetResultAsync(token);
            }

            return input;
        });
        await using TestBridge _ = await bridge.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Task("deeper"), "1", StateMachineType.Express);
        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Status, Is.EqualTo(ExecutionStatus.Succeeded));
        Assert.That(depth, Is.EqualTo(2_000));
    }
}
