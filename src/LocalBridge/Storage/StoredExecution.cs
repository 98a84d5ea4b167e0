using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Represents the stored row of one execution.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record StoredExecution
{
    /// <summary>Gets the ARN: the key.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the ARN of the state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets the stored version.</summary>
    public required long Version { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>Gets <see cref="ExecutionCheckpoint.Description"/>.</summary>
    public required StoragePayload Description { get; init; }

    /// <summary>Gets <see cref="ExecutionCheckpoint.Outcome"/>; empty while it runs.</summary>
    public StoragePayload Outcome { get; init; }
}
