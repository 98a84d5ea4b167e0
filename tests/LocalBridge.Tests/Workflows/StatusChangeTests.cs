using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class StatusChangeTests
{
    [Test]
    public async Task StandardExecution_BeginsAndEnds_TellsBoth(CancellationToken cancellationToken)
    {
        var events = new RecordedEvents { IsWanted = true };
        await using TestBridge bridge = await new TestBridge { Events = events }.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Wait30Days);
        await bridge.AdvanceUntilAsync(execution.WaitAsync(cancellationToken));

        Assert.That(events.Changes.Select(change => change.Status), Is.EqualTo(new[] { ExecutionStatus.Running, ExecutionStatus.Succeeded }));
    }

    [Test]
    public async Task Execution_NobodyCares_TellsNothing([Values] StateMachineType type, CancellationToken cancellationToken)
    {
        var events = new RecordedEvents { IsWanted = type == StateMachineType.Express };
        await using TestBridge bridge = await new TestBridge { Events = events }.StartAsync();

        Execution execution = await bridge.RunAsync(Definitions.Pass, "{}", type);
        await execution.WaitAsync(cancellationToken);

        Assert.That(events.Changes, Is.Empty);
    }

    [Test]
    public void WriteDetail_EndedExecution_HasTheMembersOfTheService()
    {
        DateTimeOffset start = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
        var record = new ExecutionRecord
        {
            Start = StartOf(start, JsonValue.Parse("{}")),
            Revision = default,
            Status = ExecutionStatus.Succeeded,
            StopDate = start.AddSeconds(1),
            Output = JsonValue.Parse("""{"a":1}"""),
        };

        JsonValue detail = ExecutionStatusChange.WriteDetail(record);

        Assert.That(detail, Is.EqualTo(JsonValue.Parse("""
            {"executionArn":"e","stateMachineArn":"m","name":"n","status":"SUCCEEDED","startDate":1700000000000,"stopDate":1700000001000,
            "input":"{}","inputDetails":{"included":true},"output":"{\"a\":1}","outputDetails":{"included":true},
            "stateMachineVersionArn":null,"stateMachineAliasArn":null,"redriveCount":0,"redriveDate":null,"redriveStatus":"NOT_REDRIVABLE",
            "redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","error":null,"cause":null}
            """)));
    }

    [Test]
    public void WriteDetail_InputOver248KiB_IsLeftOut()
    {
        var record = new ExecutionRecord
        {
            Start = StartOf(default, new string('x', 248 * 1024)),
            Revision = default,
            Status = ExecutionStatus.Running,
        };

        JsonValue detail = ExecutionStatusChange.WriteDetail(record);

        Assert.That(detail["input"].IsNull, Is.True);
        Assert.That(detail["inputDetails"].ToJson(), Is.EqualTo("""{"included":false}"""));
    }

    private static ExecutionStart StartOf(DateTimeOffset startTime, JsonValue input) => new()
    {
        ExecutionArn = "e",
        ExecutionName = "n",
        StateMachineArn = "m",
        StateMachineName = "m",
        RoleArn = "r",
        Input = input,
        StartTime = startTime,
        Seed = 1,
    };

    private sealed class RecordedEvents : IExecutionEvents
    {
        public bool IsWanted { get; init; }

        public List<ExecutionRecord> Changes { get; } = [];

        public void OnStatusChanged(ExecutionRecord execution) => Changes.Add(execution);
    }
}
