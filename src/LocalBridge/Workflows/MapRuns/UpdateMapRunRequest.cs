namespace LocalBridge.Workflows.MapRuns;

/// <summary>Represents what is to change of a running Map Run; what is <see langword="null"/> stays (<c>UpdateMapRun</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record UpdateMapRunRequest
{
    /// <summary>Gets the ARN of the Map Run.</summary>
    public required string MapRunArn { get; init; }

    /// <summary>Gets how many child executions may run at once; 0 for as many as the service allows.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Gets how many of a hundred items may fail.</summary>
    public double? ToleratedFailurePercentage { get; init; }

    /// <summary>Gets how many items may fail.</summary>
    public long? ToleratedFailureCount { get; init; }
}
