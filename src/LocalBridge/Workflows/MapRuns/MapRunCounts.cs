namespace LocalBridge.Workflows.MapRuns;

/// <summary>Represents how many items or child executions of a Map Run stand where (<c>MapRunItemCounts</c>, <c>MapRunExecutionCounts</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record MapRunCounts
{
    /// <summary>Gets how many have not been started.</summary>
    public long Pending { get; init; }

    /// <summary>Gets how many run.</summary>
    public long Running { get; init; }

    /// <summary>Gets how many ended well.</summary>
    public long Succeeded { get; init; }

    /// <summary>Gets how many failed.</summary>
    public long Failed { get; init; }

    /// <summary>Gets how many took too long.</summary>
    public long TimedOut { get; init; }

    /// <summary>Gets how many were stopped.</summary>
    public long Aborted { get; init; }

    /// <summary>Gets how many there are.</summary>
    public long Total { get; init; }

    /// <summary>Gets the results of how many have been put together.</summary>
    public long ResultsWritten { get; init; }
}
