using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Tests.Workflows.MapRuns;

[CancelAfter(20_000)]
internal sealed class MapRunTests
{
    [TestCase("STANDARD")]
    [TestCase("EXPRESS")]
    public async Task Run_Items_GivesTheOutputsInOrder(string type, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("double", input => (int)input.GetDouble() * 2).StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(states: DistributedMaps.Task("double"), type: type), "[1,2,3]");

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output.ToJson(), Is.EqualTo("[2,4,6]"));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Is.EqualTo(new[]
        {
            HistoryEventType.ExecutionStarted,
            HistoryEventType.MapStateEntered,
            HistoryEventType.MapStateStarted,
            HistoryEventType.MapRunStarted,
            HistoryEventType.MapRunSucceeded,
            HistoryEventType.MapStateSucceeded,
            HistoryEventType.MapStateExited,
            HistoryEventType.ExecutionSucceeded,
        }));
    }

    [Test]
    public async Task Run_NoItems_SucceedsWithAnEmptyArray(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(), "[]");

        Assert.That((await execution.GetResultAsync(cancellationToken)).ToJson(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Run_ItemSelector_SeesItemInputVariablesAndContext(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            """
            {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"v":7},"Next":"M"},
            "M":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","x.$":"$$.Map.Item.Value","k.$":"$.k","v.$":"$v","s.$":"$$.State.Name"},
            "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}}}
            """,
            """{"items":["a","b"],"k":1}""");

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output.ToJson(), Is.EqualTo("""[{"i":0,"x":"a","k":1,"v":7,"s":"M"},{"i":1,"x":"b","k":1,"v":7,"s":"M"}]"""));
    }

    [Test]
    public async Task Run_Child_IsAnExecutionOfItsOwnThatSeesItsItem(CancellationToken cancellationToken)
    {
        const string Machine = "arn:aws:states:us-east-1:111111111111:stateMachine:machine/L";
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of(
                "\"ItemSelector\":{\"n.$\":\"$$.Map.Item.Value\"},",
                """
                "P":{"Type":"Pass","Parameters":{"id.$":"$$.Execution.Id","machine.$":"$$.StateMachine.Id","index.$":"$$.Map.Item.Index",
                "item.$":"$$.Map.Item.Value","input.$":"$"},"End":true}
                """),
            "[5,6]");

        JsonValue seen = (await execution.GetResultAsync(cancellationToken))[1];
        string arn = seen["id"].GetString();
        ExecutionDescription child = await bridge.Engine.DescribeAsync(arn, cancellationToken);
        HistoryPage history = await bridge.Engine.GetHistoryAsync(arn, null, cancellationToken);

        Assert.That(seen["machine"].GetString(), Is.EqualTo(Machine));
        Assert.That(seen["index"].ToJson(), Is.EqualTo("1"));
        Assert.That(seen["item"].ToJson(), Is.EqualTo("6"));
        Assert.That(seen["input"].ToJson(), Is.EqualTo("""{"n":6}"""));
        Assert.That(arn, Does.StartWith("arn:aws:states:us-east-1:111111111111:execution:machine/L:"));
        Assert.That(child.StateMachineArn, Is.EqualTo(Machine));
        Assert.That(child.Input.ToJson(), Is.EqualTo("""{"n":6}"""));
        Assert.That(child.MapRunArn, Is.EqualTo((await DescribeAsync(bridge, execution)).MapRunArn));
        Assert.That(history.Events, Has.Length.EqualTo(4));
    }

    [TestCase("\"MaxItemsPerBatch\":2", ExpectedResult = """[{"Items":[0,1]},{"Items":[2,3]},{"Items":[4]}]""")]
    [TestCase("\"MaxItemsPerBatchPath\":\"$$.Execution.Input[3]\"", ExpectedResult = """[{"Items":[0,1,2]},{"Items":[3,4]}]""")]
    [TestCase("\"MaxInputBytesPerBatch\":15", ExpectedResult = """[{"Items":[0,1]},{"Items":[2,3]},{"Items":[4]}]""")]
    [TestCase(
        "\"MaxItemsPerBatch\":4,\"BatchInput\":{\"who.$\":\"$$.State.Name\"}",
        ExpectedResult = """[{"BatchInput":{"who":"M"},"Items":[0,1,2,3]},{"BatchInput":{"who":"M"},"Items":[4]}]""")]
    public async Task<string> Run_ItemBatcher_PutsItemsTogether(string batcher, CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of($"\"ItemBatcher\":{{{batcher}}},"), DistributedMaps.Numbers(5));

        return (await execution.GetResultAsync(cancellationToken)).ToJson();
    }

    [Test]
    public async Task Run_ItemTooLargeForABatch_FailsTheMapRun(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of("\"ItemBatcher\":{\"MaxInputBytesPerBatch\":20},"), "[1,\"a text of some length\"]");

        ExecutionResult result = await execution.WaitAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("States.DataLimitExceeded"));
        Assert.That(result.Cause, Does.StartWith("The item at index 1 needs a batch of 35 bytes, more than the 20"));
    }

    [TestCase("", 1)]
    [TestCase("\"ToleratedFailureCount\":1,", 2)]
    [TestCase("\"ToleratedFailurePercentage\":20,", 3)]
    [TestCase("\"ToleratedFailureCount\":5,\"ToleratedFailurePercentage\":10,", 2)]
    public async Task Run_MoreFailuresThanTolerated_FailsAtTheFirstOneTooMany(string fields, int failures, CancellationToken cancellationToken)
    {
        int calls = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("fail", (_, _) => ++calls > 0 ? throw new FunctionException("Boom", "It went wrong.") : default)
            .StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(fields + "\"MaxConcurrency\":1,", DistributedMaps.Task("fail")), DistributedMaps.Numbers(10));

        ExecutionResult result = await execution.WaitAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);

        Assert.That(result.Error, Is.EqualTo("States.ExceedToleratedFailureThreshold"));
        Assert.That(result.Cause, Is.EqualTo("The specified tolerated failure threshold was exceeded"));
        Assert.That(calls, Is.EqualTo(failures));
        Assert.That(run.Status, Is.EqualTo(MapRunStatus.Failed));
        Assert.That(run.ItemCounts.Failed, Is.EqualTo(failures));
        Assert.That(run.ItemCounts.Pending, Is.EqualTo(10 - failures));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Is.EqualTo(new[]
        {
            HistoryEventType.ExecutionStarted,
            HistoryEventType.MapStateEntered,
            HistoryEventType.MapStateStarted,
            HistoryEventType.MapRunStarted,
            HistoryEventType.MapRunFailed,
            HistoryEventType.MapStateFailed,
            HistoryEventType.ExecutionFailed,
        }));
    }

    [Test]
    public async Task Run_ToleratedFailures_AreToldInTheirPlaces(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge()
            .Function("odd", input => input.GetDouble() % 2 == 1 ? input : throw new FunctionException("Even", "Not odd."))
            .StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of("\"ToleratedFailurePercentage\":50,", DistributedMaps.Task("odd")), "[1,2,3]");

        JsonValue output = await execution.GetResultAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);

        Assert.That(output[0].ToJson(), Is.EqualTo("1"));
        Assert.That(output[1]["Status"].GetString(), Is.EqualTo("FAILED"));
        Assert.That(output[1]["Error"].GetString(), Is.EqualTo("Even"));
        Assert.That(output[1]["Input"].GetString(), Is.EqualTo("2"));
        Assert.That(output[2].ToJson(), Is.EqualTo("3"));
        Assert.That((run.ItemCounts.Succeeded, run.ItemCounts.Failed, run.ToleratedFailurePercentage), Is.EqualTo((2, 1, 50.0)));
    }

    [Test]
    public async Task Run_FailedBatch_CountsAllItsItems(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("fail", _ => throw new FunctionException("Boom", "No.")).StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"ToleratedFailureCount\":2,\"ItemBatcher\":{\"MaxItemsPerBatch\":3},", DistributedMaps.Task("fail")), DistributedMaps.Numbers(3));

        ExecutionResult result = await execution.WaitAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);

        Assert.That(result.Error, Is.EqualTo("States.ExceedToleratedFailureThreshold"));
        Assert.That((run.ItemCounts.Failed, run.ExecutionCounts.Failed), Is.EqualTo((3, 1)));
    }

    [TestCase("STANDARD")]
    [TestCase("EXPRESS")]
    public async Task Run_MaxConcurrency_BoundsTheChildren(string type, CancellationToken cancellationToken)
    {
        int running = 0;
        int most = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("work", async (input, _) =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return input;
            })
            .StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"MaxConcurrency\":3,", DistributedMaps.Task("work"), type), DistributedMaps.Numbers(50));

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output.Count, Is.EqualTo(50));
        Assert.That(most, Is.InRange(1, 3));
    }

    [Test]
    public async Task Run_ManyItems_EndsWithAllResults(CancellationToken cancellationToken)
    {
        const int Count = 10_000;
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(DistributedMaps.Of(type: "EXPRESS"), DistributedMaps.Numbers(Count));

        JsonValue output = await execution.GetResultAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);

        Assert.That(output.ToJson(), Is.EqualTo(DistributedMaps.Numbers(Count)));
        Assert.That(run.ExecutionCounts.Succeeded, Is.EqualTo(Count));
    }

    [Test]
    public async Task Run_ChildWaits_IsIdleUntilItsTimer(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of(states: """ "P":{"Type":"Wait","Seconds":3600,"End":true} """), "[1,2]");

        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);
        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        Assert.That((run.Status, run.ItemCounts.Running, run.StopDate), Is.EqualTo((MapRunStatus.Running, 2, (DateTimeOffset?)null)));
        Assert.That(result.Output.ToJson(), Is.EqualTo("[1,2]"));
    }

    [Test]
    public async Task Stop_WhileRunning_StopsTheChildren(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("\"MaxConcurrency\":2,", """ "P":{"Type":"Wait","Seconds":3600,"End":true} """), "[1,2,3]");
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        await bridge.Engine.StopAsync(execution.ExecutionArn, "Enough", "Stopped by a test.", cancellationToken);
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);
        MapRunDescription run = await DescribeAsync(bridge, execution);

        Assert.That((await execution.WaitAsync(cancellationToken)).Status, Is.EqualTo(ExecutionStatus.Aborted));
        Assert.That(run.Status, Is.EqualTo(MapRunStatus.Aborted));
        Assert.That((run.ItemCounts.Aborted, run.ItemCounts.Pending, run.ItemCounts.Running), Is.EqualTo((2, 1, 0)));
        Assert.That(bridge.Engine.NextTimerDueTime, Is.Null);
    }

    [Test]
    public async Task Run_BranchBesideItFails_AbortsTheMapRun(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            """
            {"StartAt":"B","States":{"B":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{
            "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Wait","Seconds":3600,"End":true}}}}}},
            {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"F"},"F":{"Type":"Fail","Error":"Boom"}}}]}}}
            """,
            """{"items":[1]}""");

        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));
        await bridge.Engine.WaitUntilIdleAsync(cancellationToken);

        Assert.That(result.Error, Is.EqualTo("Boom"));
        Assert.That((await DescribeAsync(bridge, execution)).Status, Is.EqualTo(MapRunStatus.Aborted));
        Assert.That(await bridge.ReadHistoryTypesAsync(execution), Does.Contain(HistoryEventType.MapRunAborted));
        Assert.That(bridge.Engine.NextTimerDueTime, Is.Null);
    }

    [Test]
    public async Task Run_Retrier_StartsANewMapRun(CancellationToken cancellationToken)
    {
        int calls = 0;
        await using TestBridge bridge = await new TestBridge()
            .Function("second", input => ++calls > 1 ? input : throw new FunctionException("Boom", "Not yet."))
            .StartAsync();
        Execution execution = await bridge.RunAsync(
            DistributedMaps.Of("""
                "Retry":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"IntervalSeconds":1}],
                """, DistributedMaps.Task("second")),
            "[1]");

        ExecutionResult result = await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));
        MapRunPage runs = await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn, null, cancellationToken);

        Assert.That(result.Output.ToJson(), Is.EqualTo("[1]"));
        Assert.That(runs.MapRuns.Select(static run => run.Status), Is.EqualTo(new[] { MapRunStatus.Succeeded, MapRunStatus.Failed }));
    }

    [Test]
    public async Task Run_Catcher_CatchesTheThreshold(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().Function("fail", _ => throw new FunctionException("Boom", "No.")).StartAsync();
        Execution execution = await bridge.RunAsync(
            $$$$"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
            "StartAt":"P","States":{ {{{{DistributedMaps.Task("fail")}}}} }},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
            "C":{"Type":"Pass","End":true}}}
            """,
            "[1]");

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output["Error"].GetString(), Is.EqualTo("States.ExceedToleratedFailureThreshold"));
    }

    [Test]
    public async Task Run_Nested_LabelsStandBehindTheMachinesName(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        Execution execution = await bridge.RunAsync(
            """
            {"StartAt":"O","States":{"O":{"Type":"Map","Label":"Outer","End":true,"ItemProcessor":{
            "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{
            "I":{"Type":"Map","Label":"Inner","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
            "StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"machine.$":"$$.StateMachine.Name","n.$":"$"},"End":true}}}}}}}}}
            """,
            "[[1],[2,3]]");

        JsonValue output = await execution.GetResultAsync(cancellationToken);

        Assert.That(output.ToJson(), Is.EqualTo(
            """[[{"machine":"machine/Inner","n":1}],[{"machine":"machine/Inner","n":2},{"machine":"machine/Inner","n":3}]]"""));
    }

    private static async Task<MapRunDescription> DescribeAsync(TestBridge bridge, Execution execution) =>
        (await bridge.Engine.ListMapRunsAsync(execution.ExecutionArn)).MapRuns[0];

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            seen = Volatile.Read(ref target);
        }
    }
}
