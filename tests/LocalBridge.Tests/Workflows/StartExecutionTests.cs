using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class StartExecutionTests
{
    private static readonly StartExecutionOptions Once = new() { Name = "once" };

    [Test]
    public async Task Start_SameNameAndInputWhileRunning_AnswersTheSameExecution(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Wait30Days);

        Execution first = await bridge.Engine.StartAsync("machine", JsonValue.Parse("""{"a":1,"b":2}"""), Once, cancellationToken);
        bridge.Time.Advance(TimeSpan.FromHours(1));
        Execution second = await bridge.Engine.StartAsync("machine", JsonValue.Parse("""{"b":2,"a":1}"""), Once, cancellationToken);

        Assert.That(second.ExecutionArn, Is.EqualTo(first.ExecutionArn));
        Assert.That(second.StartDate, Is.EqualTo(first.StartDate));
    }

    [Test]
    public async Task Start_SameNameAndOtherInput_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Wait30Days);
        Execution first = await bridge.Engine.StartAsync("machine", JsonValue.Parse("1"), Once, cancellationToken);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", JsonValue.Parse("2"), Once, cancellationToken),
            Throws.TypeOf<ExecutionAlreadyExistsException>().With.Property("ExecutionArn").EqualTo(first.ExecutionArn)
                .And.Property("ErrorCode").EqualTo("ExecutionAlreadyExists"));
    }

    [Test]
    public async Task Start_NameOfClosedExecution_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        Execution first = await bridge.Engine.StartAsync("machine", default, Once, cancellationToken);
        await first.WaitAsync(cancellationToken);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, Once, cancellationToken), Throws.TypeOf<ExecutionAlreadyExistsException>());
    }

    [Test]
    public async Task Start_SameNameFromManyThreads_StartsOne(CancellationToken cancellationToken)
    {
        int calls = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("count", input =>
            {
                Interlocked.Increment(ref calls);
                return input;
            })
            .StartAsync();
        await bridge.CreateAsync("machine", Definitions.Task("count"));

        Task[] starts =
        [
            .. Enumerable.Range(0, 32).Select(_ => Task.Run(() => bridge.Engine.StartAsync("machine", default, Once, cancellationToken), cancellationToken)),
        ];
        await Task.WhenAll(starts.Select(start => start.ContinueWith(_ => { }, TaskScheduler.Default)));
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        Assert.That(calls, Is.EqualTo(1));
        Assert.That(
            starts.Where(start => start.IsFaulted).Select(start => start.Exception?.InnerException),
            Is.All.TypeOf<ExecutionAlreadyExistsException>());
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a/b")]
    [TestCase("a*")]
    [TestCase("a\u0001")]
    [TestCase("{a}")]
    public async Task Start_NameNotAllowed_Throws(string name)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, new StartExecutionOptions { Name = name }),
            Throws.TypeOf<InvalidNameException>().With.Message.EqualTo($"Invalid Name: '{name}'"));
    }

    [Test]
    public async Task Start_NameOf80Characters_IsAllowedAnd81IsNot(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        Execution execution = await bridge.Engine.StartAsync(
            "machine", default, new StartExecutionOptions { Name = new string('n', 80) }, cancellationToken);

        Assert.That(execution.Name, Has.Length.EqualTo(80));
        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", default, new StartExecutionOptions { Name = new string('n', 81) }, cancellationToken),
            Throws.TypeOf<InvalidNameException>());
    }

    [Test]
    public async Task Start_InputTooLarge_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.StartAsync("machine", new string('x', 262_145), null, cancellationToken),
            Throws.TypeOf<InvalidExecutionInputException>().With.Message.Contains("262147 bytes"));
    }

    [Test]
    public async Task Start_Cancelled_StartsNothing(CancellationToken cancellationToken)
    {
        var committing = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var storage = new RecordingStorage(new InMemoryStorage());
        var bridge = new TestBridge { Storage = storage };
        bridge.Options.ShardCount = 1;
        await using TestBridge _ = await bridge.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        storage.BeforeCommit = async _ =>
        {
            committing.TrySetResult();
            await gate.Task;
        };
        using var cancellation = new CancellationTokenSource();
        Task<Execution> first = bridge.Engine.StartAsync("machine", default, null, cancellationToken);
        await committing.Task.WaitAsync(cancellationToken);
        Task<Execution> second = bridge.Engine.StartAsync("machine", default, Once, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => second, Throws.InstanceOf<OperationCanceledException>());
        gate.SetResult();
        await (await first).WaitAsync(cancellationToken);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        ExecutionPage page = await bridge.Engine.ListExecutionsAsync("machine", null, cancellationToken);
        Assert.That(page.Executions, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Start_AfterDispose_Throws()
    {
        TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        await bridge.DisposeAsync();

        await Assert.ThatAsync(() => bridge.Engine.StartAsync("machine", default), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Start_MoreThanMayWait_MakesTheCallerWait(CancellationToken cancellationToken)
    {
        var gate = new TaskCompletionSource();
        var storage = new RecordingStorage(new InMemoryStorage());
        var bridge = new TestBridge { Storage = storage };
        bridge.Options.StartCapacity = 2;
        await using TestBridge _ = await bridge.StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        storage.BeforeCommit = _ => new ValueTask(gate.Task);
        using var cancellation = new CancellationTokenSource();

        Task<Execution>[] starts = [.. Enumerable.Range(0, 2).Select(_ => bridge.Engine.StartAsync("machine", default, null, cancellationToken))];
        Task<Execution> third = bridge.Engine.StartAsync("machine", default, null, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => third, Throws.InstanceOf<OperationCanceledException>());
        gate.SetResult();
        Assert.That(await Task.WhenAll(starts), Has.Length.EqualTo(2));
    }
}
