using System.Collections.Concurrent;
using LocalBridge.Buckets;
using LocalBridge.Json;
using LocalBridge.Sqlite.Tests.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Sqlite.Tests;

[CancelAfter(60_000)]
internal sealed class MapRunRestartTests
{
    private const string Machine = """
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"L","MaxConcurrency":2,
        "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"in","Key":"items.json"},"ReaderConfig":{"InputType":"JSON"}},
        "ItemSelector":{"id.$":"States.UUID()","n.$":"$$.Map.Item.Value"},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{
        "P":{"Type":"Task","Resource":"work","ResultPath":"$.r","Next":"Q"},"Q":{"Type":"Pass","Parameters":{"n.$":"$.n","i.$":"$$.Map.Item.Index"},"End":true}}},"End":true}}}
        """;

    [Test]
    public async Task Start_MapRunWasRunning_GoesOnWithoutRepeatingWhatHasEnded(CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        string file = directory.File("bridge.db");
        var calls = new ConcurrentQueue<int>();
        var stuck = new TaskCompletionSource();
        string arn;
        await using (LocalBridgeHost first = Create(file, calls, async number =>
        {
            if (number >= 4)
            {
                stuck.TrySetResult();
                await new TaskCompletionSource().Task;
            }
        }))
        {
            Execution execution = await first.StateMachines.StartAsync("machine", default, null, cancellationToken);
            arn = execution.ExecutionArn;
            await stuck.Task.WaitAsync(cancellationToken);
        }

        JsonValue output;
        string mapRunArn;
        await using (LocalBridgeHost second = Create(file, calls, static _ => Task.CompletedTask))
        {
            Execution again = await second.StateMachines.GetExecutionAsync(arn, cancellationToken);
            output = await again.GetResultAsync(cancellationToken);
            mapRunArn = (await second.StateMachines.ListMapRunsAsync(arn, null, cancellationToken)).MapRuns.Single().MapRunArn;
        }

        await using LocalBridgeHost third = Create(file, calls, static _ => Task.CompletedTask);
        MapRunDescription run = await third.StateMachines.DescribeMapRunAsync(mapRunArn, cancellationToken);
        ExecutionPage children = await third.StateMachines.ListMapRunExecutionsAsync(mapRunArn, null, cancellationToken);

        Assert.That(output.ToJson(), Is.EqualTo(
            """[{"n":1,"i":0},{"n":2,"i":1},{"n":3,"i":2},{"n":4,"i":3},{"n":5,"i":4},{"n":6,"i":5}]"""));
        Assert.That(calls.Count(static number => number is 1 or 2), Is.EqualTo(2));
        Assert.That(calls.Count(static number => number == 6), Is.EqualTo(1));
        Assert.That((run.Status, run.ItemCounts.Succeeded), Is.EqualTo((MapRunStatus.Succeeded, 6)));
        Assert.That(children.Executions, Has.Length.EqualTo(6));
    }

    private static LocalBridgeHost Create(string file, ConcurrentQueue<int> calls, Func<int, Task> work)
    {
        var bucket = new InMemoryBucket();
        bucket.Put("items.json", "[1,2,3,4,5,6]");
        return LocalBridgeHost.Create(bridge => bridge
            .UseSqlite(file, static options => options.Durability = SqliteDurability.ProcessCrash)
            .ConfigureWorkflows(static options => options.DrainTimeout = TimeSpan.Zero)
            .ConfigureEventBus(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100))
            .AddBucket("in", bucket)
            .AddFunction("work", async (input, _, _) =>
            {
                int number = (int)input["n"].GetDouble();
                calls.Enqueue(number);
                await work(number);
                return number;
            })
            .AddStateMachine("machine", Machine));
    }
}
