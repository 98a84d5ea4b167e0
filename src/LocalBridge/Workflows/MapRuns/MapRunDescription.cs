namespace LocalBridge.Workflows.MapRuns;

/// <summary>Represents what is known about a Map Run (<c>DescribeMapRun</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record MapRunDescription
{
    /// <summary>Gets the ARN.</summary>
    public required string MapRunArn { get; init; }

    /// <summary>Gets the ARN of the execution whose Map state started it.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the ARN of the state machine of its child executions.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets where it stands.</summary>
    public MapRunStatus Status { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>Gets how many child executions may run at once; 0 for as many as the service allows.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>Gets how many of a hundred items may fail.</summary>
    public double ToleratedFailurePercentage { get; init; }

    /// <summary>Gets how many items may fail.</summary>
    public long ToleratedFailureCount { get; init; }

    /// <summary>Gets how many items stand where.</summary>
    public required MapRunCounts ItemCounts { get; init; }

    /// <summary>Gets how many child executions stand where; they are fewer than items when items are put together into batches.</summary>
    public required MapRunCounts ExecutionCounts { get; init; }

    /// <summary>Gets how often it was redriven.</summary>
    public int RedriveCount { get; init; }
}
