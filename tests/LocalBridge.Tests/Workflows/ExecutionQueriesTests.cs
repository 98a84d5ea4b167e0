using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class ExecutionQueriesTests
{
    [Test]
    public async Task GetHistory_Pages_CoverTheHistoryInBothOrders(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("echo", input => input).StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Sequence("echo", 3));
        await execution.WaitAsync(cancellationToken);

        long[] forward = await ReadIdsAsync(bridge, execution, isReverse: false);
        long[] backward = await ReadIdsAsync(bridge, execution, isReverse: true);

        Assert.That(forward, Is.EqualTo(Enumerable.Range(1, forward.Length)));
        Assert.That(backward, Is.EqualTo(forward.Reverse()));
        Assert.That(forward, Has.Length.EqualTo(17));
    }

    [Test]
    public async Task GetHistory_HappyPath_HasTheEventsOfTheService(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Pass);
        await execution.WaitAsync(cancellationToken);

        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Is.EqualTo(new[]
        {
            HistoryEventType.ExecutionStarted, HistoryEventType.PassStateEntered, HistoryEventType.PassStateExited, HistoryEventType.ExecutionSucceeded,
        }));
    }

    [Test]
    public async Task ListExecutions_Pages_AreNewestFirstAndNotShiftedByNewOnes(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        await StartAsync(bridge, "e1", "e2", "e3", "e4", "e5");

        ExecutionPage first = await bridge.Engine.ListExecutionsAsync("machine", new ListExecutionsOptions { MaxResults = 2 }, cancellationToken);
        await StartAsync(bridge, "e6");
        ExecutionPage second = await bridge.Engine.ListExecutionsAsync(
            "machine", new ListExecutionsOptions { MaxResults = 2, NextToken = first.NextToken }, cancellationToken);
        ExecutionPage third = await bridge.Engine.ListExecutionsAsync(
            "machine", new ListExecutionsOptions { MaxResults = 2, NextToken = second.NextToken }, cancellationToken);

        Assert.That(first.Executions.Select(execution => execution.Name), Is.EqualTo((string[])["e5", "e4"]));
        Assert.That(second.Executions.Select(execution => execution.Name), Is.EqualTo((string[])["e3", "e2"]));
        Assert.That(third.Executions.Select(execution => execution.Name), Is.EqualTo((string[])["e1"]));
        Assert.That(third.NextToken, Is.Null);
    }

    [Test]
    public async Task ListExecutions_StatusFilter_ShowsOnlyThose(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Wait30Days);
        await StartAsync(bridge, "a", "b");
        ExecutionPage all = await bridge.Engine.ListExecutionsAsync("machine", null, cancellationToken);
        await bridge.Engine.StopAsync(all.Executions[0].ExecutionArn, null, null, cancellationToken);

        ExecutionPage running = await bridge.Engine.ListExecutionsAsync(
            "machine", new ListExecutionsOptions { StatusFilter = ExecutionStatus.Running }, cancellationToken);

        Assert.That(running.Executions.Select(execution => execution.Name), Is.EqualTo((string[])["a"]));
    }

    [Test]
    public async Task ListExecutions_MaxResultsTooLarge_ThrowsInTheServicesWords(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.ListExecutionsAsync("machine", new ListExecutionsOptions { MaxResults = 1001 }, cancellationToken),
            Throws.TypeOf<ValidationException>().With.Message.EqualTo(
                "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000"));
    }

    [Test]
    public async Task ListExecutions_ForeignToken_Throws(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);
        await StartAsync(bridge, "a");

        await Assert.ThatAsync(
            () => bridge.Engine.ListExecutionsAsync("machine", new ListExecutionsOptions { NextToken = "nonsense" }, cancellationToken),
            Throws.TypeOf<InvalidTokenException>().With.Message.EqualTo("Invalid Token: 'Invalid token'"));
    }

    [TestCase("invalid_state_machine_arn", "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'")]
    [TestCase(
        "arn:aws:states:us-east-1:111111111111:express:machine:name:id", "Invalid Arn: 'Resource type not valid in this context: express'")]
    public async Task Describe_InvalidArn_ThrowsInTheServicesWords(string arn, string message)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        await Assert.ThatAsync(() => bridge.Engine.DescribeAsync(arn), Throws.TypeOf<InvalidArnException>().With.Message.EqualTo(message));
    }

    [Test]
    public async Task Describe_UnknownExecution_Throws()
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        const string Arn = "arn:aws:states:us-east-1:111111111111:execution:machine:none";

        await Assert.ThatAsync(
            () => bridge.Engine.DescribeAsync(Arn),
            Throws.TypeOf<ExecutionDoesNotExistException>().With.Message.EqualTo($"Execution Does Not Exist: '{Arn}'"));
    }

    [Test]
    public async Task Stop_RunningExecution_AbortsIt(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Wait30Days);

        DateTimeOffset stopDate = await bridge.Engine.StopAsync(execution.ExecutionArn, "Enough", "because", cancellationToken);
        ExecutionResult result = await execution.WaitAsync(cancellationToken);
        ExecutionDescription description = await bridge.Engine.DescribeAsync(execution.ExecutionArn, cancellationToken);

        Assert.That(result, Is.EqualTo(new ExecutionResult(ExecutionStatus.Aborted, default, "Enough", "because", stopDate)));
        Assert.That(description.Status, Is.EqualTo(ExecutionStatus.Aborted));
        Assert.That(description.StopDate, Is.EqualTo(stopDate));
        Assert.That(bridge.Engine.NextTimerDueTime, Is.Null);
    }

    [Test]
    public async Task Stop_ClosedExecution_LeavesItAsItEnded(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Pass);
        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        DateTimeOffset stopDate = await bridge.Engine.StopAsync(execution.ExecutionArn, "Enough", null, cancellationToken);

        Assert.That(stopDate, Is.EqualTo(result.StopDate));
    }

    [Test]
    public async Task GetExecution_RunningAndClosed_GivesAHandle(CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource<JsonValue>();
        await using TestBridge bridge = await new TestBridge().Function("slow", (_, _) => new ValueTask<JsonValue>(release.Task)).StartAsync();
        Execution execution = await bridge.RunAsync(Definitions.Task("slow"));

        Execution running = await bridge.Engine.GetExecutionAsync(execution.ExecutionArn, cancellationToken);
        release.SetResult(JsonValue.Parse("7"));
        JsonValue result = await running.GetResultAsync(cancellationToken);
        Execution closed = await bridge.Engine.GetExecutionAsync(execution.ExecutionArn, cancellationToken);

        Assert.That(result.ToJson(), Is.EqualTo("7"));
        Assert.That((await closed.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("7"));
    }

    private static async Task StartAsync(TestBridge bridge, params string[] names)
    {
        foreach (string name in names)
        {
            await bridge.Engine.StartAsync("machine", default, new StartExecutionOptions { Name = name });
        }

        await bridge.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private static async Task<long[]> ReadIdsAsync(TestBridge bridge, Execution execution, bool isReverse)
    {
        List<long> ids = [];
        string? token = null;
        do
        {
            HistoryPage page = await bridge.Engine.GetHistoryAsync(
                execution.ExecutionArn, new GetHistoryOptions { MaxResults = 4, NextToken = token, ReverseOrder = isReverse });
            ids.AddRange(page.Events.Select(historyEvent => historyEvent.Id));
            token = page.NextToken;
        }
        while (token is not null);
        return [.. ids];
    }
}
