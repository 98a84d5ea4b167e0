using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Tests.Workflows.MapRuns;

[CancelAfter(20_000)]
internal sealed class MapRunQueriesTests
{
    private const string Wait = """ "P":{"Type":"Wait","Seconds":60,"End":true} """;

    [Test]
    public async Task DescribeMapRun_Running_TellsWhereItStands(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"MaxConcurrency\":2,\"ToleratedFailureCount\":3,\"ItemBatcher\":{\"MaxItemsPerBatch\":2},", Wait), DistributedMaps.Numbers(7));
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        MapRunPage page = await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn, null, cancellationToken);
        MapRunDescription run = await bridge.Engine.DescribeMapRunAsync(page.MapRuns[0].MapRunArn, cancellationToken);

        Assert.That(run.MapRunArn, Does.Match("^arn:aws:states:us-east-1:111111111111:mapRun:machine/L:[0-9a-f-]{36}$"));
        Assert.That(run.StateMachineArn, Is.EqualTo("arn:aws:states:us-east-1:111111111111:stateMachine:machine/L"));
        Assert.That(run.ExecutionArn, Is.EqualTo(execution.ExecutionArn));
        Assert.That((run.MaxConcurrency, run.ToleratedFailureCount), Is.EqualTo((2, 3)));
        Assert.That(run.ItemCounts, Is.EqualTo(new MapRunCounts { Total = 7, Running = 4, Pending = 3 }));
        Assert.That(run.ExecutionCounts, Is.EqualTo(new MapRunCounts { Total = 4, Running = 2, Pending = 2 }));
    }

    [Test]
    public async Task ListMapRuns_Pages_AreNewestFirst(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            """
            {"StartAt":"A","States":{
            "A":{"Type":"Map","Label":"A","Next":"B","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
            "StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}},
            "B":{"Type":"Map","Label":"B","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
            "StartAt":"Q","States":{"Q":{"Type":"Pass","End":true}}}}}}
            """,
            "[1]");
        await execution.WaitAsync(cancellationToken);

        MapRunPage first = await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn, new PageOptions { MaxResults = 1 }, cancellationToken);
        MapRunPage second = await bridge.Engine.ListMapRunsAsync(
            execution.ExecutionArn, new PageOptions { MaxResults = 1, NextToken = first.NextToken }, cancellationToken);

        Assert.That(first.MapRuns.Single().StateMachineArn, Does.EndWith("/B"));
        Assert.That(second.MapRuns.Single().StateMachineArn, Does.EndWith("/A"));
        Assert.That(second.NextToken, Is.Null);
    }

    [Test]
    public async Task ListMapRunExecutions_Pages_GiveTheChildrenOfThatRunOnly(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", DistributedMaps.Of());
        Execution first = await bridge.Engine.StartAsync("machine", JsonValue.Parse("[1,2,3]"), null, cancellationToken);
        await first.WaitAsync(cancellationToken);
        Execution second = await bridge.Engine.StartAsync("machine", JsonValue.Parse("[4,5]"), null, cancellationToken);
        await second.WaitAsync(cancellationToken);
        string arn = (await bridge.Engine.ListMapRunsAsync(first.ExecutionArn, null, cancellationToken)).MapRuns[0].MapRunArn;

        ExecutionPage page = await bridge.Engine.ListMapRunExecutionsAsync(arn, new ListExecutionsOptions { MaxResults = 2 }, cancellationToken);
        ExecutionPage rest = await bridge.Engine.ListMapRunExecutionsAsync(
            arn, new ListExecutionsOptions { MaxResults = 2, NextToken = page.NextToken }, cancellationToken);

        Assert.That(page.Executions, Has.Length.EqualTo(2));
        Assert.That(
            string.Join(' ', page.Executions.Concat(rest.Executions).Select(static child => child.Input.ToJson()).Order(StringComparer.Ordinal)),
            Is.EqualTo("1 2 3"));
        Assert.That(rest.NextToken, Is.Null);
    }

    [Test]
    public async Task UpdateMapRun_MaxConcurrency_StartsMoreChildren(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of("\"MaxConcurrency\":1,", Wait), DistributedMaps.Numbers(5));
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        string arn = (await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn, null, cancellationToken)).MapRuns[0].MapRunArn;

        await bridge.Engine.UpdateMapRunAsync(
            new UpdateMapRunRequest { MapRunArn = arn, MaxConcurrency = 3, ToleratedFailurePercentage = 40 }, cancellationToken);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        MapRunDescription run = await bridge.Engine.DescribeMapRunAsync(arn, cancellationToken);

        Assert.That((run.ItemCounts.Running, run.MaxConcurrency, run.ToleratedFailurePercentage), Is.EqualTo((3, 3, 40.0)));
    }

    [Test]
    public async Task UpdateMapRun_OutOfRangeOrEnded_IsRefused(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(), "[1]");
        await execution.WaitAsync(cancellationToken);
        string arn = (await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn, null, cancellationToken)).MapRuns[0].MapRunArn;

        await Assert.ThatAsync(
            () => bridge.Engine.UpdateMapRunAsync(new UpdateMapRunRequest { MapRunArn = arn, ToleratedFailurePercentage = 101 }, cancellationToken),
            Throws.TypeOf<ValidationException>());
        await Assert.ThatAsync(
            () => bridge.Engine.UpdateMapRunAsync(new UpdateMapRunRequest { MapRunArn = arn, MaxConcurrency = 2 }, cancellationToken),
            Throws.TypeOf<ValidationException>().With.Message.Contains("has ended"));
    }

    [Test]
    public async Task Queries_UnknownArns_AreRefused(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();

        await Assert.ThatAsync(
            () => bridge.Engine.DescribeMapRunAsync("arn:aws:states:us-east-1:111111111111:mapRun:m/L:x", cancellationToken),
            Throws.TypeOf<ResourceNotFoundException>());
        await Assert.ThatAsync(
            () => bridge.Engine.DescribeMapRunAsync("arn:aws:states:us-east-1:111111111111:execution:m:x", cancellationToken),
            Throws.TypeOf<InvalidArnException>());
        await Assert.ThatAsync(
            () => bridge.Engine.ListMapRunsAsync("arn:aws:states:us-east-1:111111111111:execution:m:x", null, cancellationToken),
            Throws.TypeOf<ExecutionDoesNotExistException>());
    }
}
