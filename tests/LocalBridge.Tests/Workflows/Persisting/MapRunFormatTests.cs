using System.Buffers;
using LocalBridge.Workflows.MapRuns;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Tests.Workflows.Persisting;

internal sealed class MapRunFormatTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Write_ThenRead_LosesNothing(bool hasEnded)
    {
        var description = new MapRunDescription
        {
            MapRunArn = "arn:aws:states:us-east-1:111111111111:mapRun:m/L:1",
            ExecutionArn = "arn:aws:states:us-east-1:111111111111:execution:m:e",
            StateMachineArn = "arn:aws:states:us-east-1:111111111111:stateMachine:m/L",
            Status = MapRunStatus.Failed,
            StartDate = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            StopDate = hasEnded ? new DateTimeOffset(2026, 1, 3, 3, 4, 5, TimeSpan.Zero) : null,
            MaxConcurrency = 3,
            ToleratedFailureCount = 4,
            ToleratedFailurePercentage = 5.5,
            ItemCounts = new MapRunCounts { Pending = 1, Running = 2, Succeeded = 3, Failed = 4, TimedOut = 5, Aborted = 6, Total = 21, ResultsWritten = 12 },
            ExecutionCounts = new MapRunCounts { Total = 9 },
        };
        var output = new ArrayBufferWriter<byte>();

        MapRunFormat.Instance.Write(description, output);
        MapRunDescription read = MapRunFormat.Instance.Read(output.WrittenMemory);

        Assert.That(read, Is.EqualTo(description));
    }
}
