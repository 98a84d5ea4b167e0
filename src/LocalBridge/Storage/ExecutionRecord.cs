using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Represents the stored summary of one execution.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record ExecutionRecord
{
    /// <summary>Gets the ARN: the key.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ARN of the state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the revision of the state machine that the execution is bound to (<see cref="StateMachineRecord.Revision"/>).</summary>
    public required long Revision { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>Gets its input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>Gets its output; undefined unless it succeeded.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Gets the error name, if it did not succeed and has one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause, if it did not succeed and has one.</summary>
    public string? Cause { get; init; }
}
