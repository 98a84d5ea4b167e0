using LocalBridge.Json;
using LocalBridge.Storage;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.MapRuns;

namespace LocalBridge.Tests.Workflows.MapRuns;

[CancelAfter(20_000)]
internal sealed class MapRunRecoveryTests
{
    [Test]
    public async Task Start_OpenMapRun_TakesEndedChildrenJoinsOpenOnesAndStartsTheOthers(CancellationToken cancellationToken)
    {
        var storage = new InMemoryStorage();
        var stuck = new TaskCompletionSource();
        TestBridge first = await new TestBridge { Storage = storage }
            .Function("work", async (input, _) =>
            {
                if (input.GetDouble() == 2)
                {
                    stuck.SetResult();
                    await new TaskCompletionSource().Task;
                }

                return input;
            })
            .StartAsync();
        Execution execution = await first.RunAsync(DistributedMaps.Of("\"MaxConcurrency\":1,", DistributedMaps.Task("work")), "[1,2,3]");
        await stuck.Task.WaitAsync(cancellationToken);
        await first.DisposeAsync();

        List<string> calls = [];
        await using TestBridge second = await new TestBridge { Storage = storage }
            .Function("work", input =>
            {
                calls.Add(input.ToJson());
                return input;
            })
            .StartAsync();
        Execution again = await second.Engine.GetExecutionAsync(execution.ExecutionArn, cancellationToken);
        JsonValue output = await again.GetResultAsync(cancellationToken);
        MapRunPage runs = await second.Engine.ListMapRunsAsync(execution.ExecutionArn, null, cancellationToken);

        Assert.That(output.ToJson(), Is.EqualTo("[1,2,3]"));
        Assert.That(string.Join(' ', calls), Is.EqualTo("2 3"));
        Assert.That(runs.MapRuns.Single().ItemCounts.Succeeded, Is.EqualTo(3));
    }
}
