using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Tests.Workflows.Support;
using LocalBridge.Workflows;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Tests.Workflows;

[CancelAfter(20_000)]
internal sealed class StartSyncTests
{
    [Test]
    public async Task StartSync_ExpressThatFails_ReturnsTheFailure(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", """{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"E","Cause":"C"}}}""", StateMachineType.Express);

        SyncExecution execution = await bridge.Engine.StartSyncAsync("machine", JsonValue.Undefined, null, cancellationToken);

        Assert.That((execution.Status, execution.Error, execution.Cause), Is.EqualTo((ExecutionStatus.Failed, "E", "C")));
        Assert.That(execution.Input, Is.EqualTo(JsonValue.EmptyObject));
        Assert.That(execution.ExecutionArn, Does.StartWith($"arn:aws:states:us-east-1:111111111111:express:machine:{execution.Name}:"));
    }

    [Test]
    public async Task StartSync_Standard_IsNotSupported(CancellationToken cancellationToken)
    {
        await using TestBridge bridge = await new TestBridge().StartAsync();
        await bridge.CreateAsync("machine", Definitions.Pass);

        await Assert.ThatAsync(
            () => bridge.Engine.StartSyncAsync("machine", JsonValue.Undefined, null, cancellationToken), Throws.TypeOf<StateMachineTypeNotSupportedException>());
    }

    [TestCase(0, 0)]
    [TestCase(1, 100)]
    [TestCase(100, 100)]
    [TestCase(101, 200)]
    public void BilledDuration_IsRoundedUp(int milliseconds, int billed)
    {
        var execution = new SyncExecution
        {
            ExecutionArn = "arn",
            Name = "name",
            StateMachineArn = "machine",
            StartDate = DateTimeOffset.UnixEpoch,
            StopDate = DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds),
            Status = ExecutionStatus.Succeeded,
            Input = JsonValue.Null,
        };

        Assert.That(execution.BilledDuration.TotalMilliseconds, Is.EqualTo(billed));
    }
}
