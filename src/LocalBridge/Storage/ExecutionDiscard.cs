namespace LocalBridge.Storage;

/// <summary>Removes an execution, and everything of it, whose start was refused because its commit failed: should that commit have taken
/// effect nevertheless, it must not come back. Only version 1 is removed; what is not there is removed without complaint.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ExecutionDiscard : StorageOperation
{
    /// <summary>Initializes the operation.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="startDate">The start date of the refused start.</param>
    public ExecutionDiscard(string executionArn, DateTimeOffset startDate)
    {
        ExecutionArn = executionArn;
        StartDate = startDate;
    }

    /// <summary>Gets the ARN of the execution.</summary>
    public string ExecutionArn { get; }

    /// <summary>Gets the start date of the refused start; an execution of another start date is not removed.</summary>
    public DateTimeOffset StartDate { get; }
}
