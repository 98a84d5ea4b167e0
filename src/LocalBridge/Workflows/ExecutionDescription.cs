using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Represents what is known about an execution (<c>DescribeExecution</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record ExecutionDescription
{
    /// <summary>Gets the ARN.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the ARN of the state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>Gets the ARN of the Map Run it is a child of; <see langword="null"/> when it is none.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>Gets its input.</summary>
    public JsonValue Input { get; init; }

    /// <summary>Gets its output; undefined unless it succeeded.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Gets the error name, if it did not succeed and has one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause, if it did not succeed and has one.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets how often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>Gets whether the service would let it be redriven.</summary>
    public RedriveStatus RedriveStatus { get; init; }

    /// <summary>Gets why it cannot be redriven; <see langword="null"/> when it can.</summary>
    public string? RedriveStatusReason { get; init; }
}
