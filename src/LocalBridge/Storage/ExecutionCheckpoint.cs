using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Stores how far an execution has come: what its steps since the last checkpoint have changed, and nothing else, so that its cost grows
/// neither with the length of the history nor with the number of branches that stand still.</summary>
/// <remarks>
/// <para>The steps of a store: check that the stored version is <see cref="ExpectedVersion"/>; write the row; append <see cref="History"/>; remove
/// <see cref="RemovedParts"/>; put <see cref="PutParts"/>. When <see cref="Status"/> is not running, the execution has ended, and its state and all its
/// parts go.</para>
/// <para>The runtime reuses instances: valid only until the commit completes.</para>
/// </remarks>
public sealed class ExecutionCheckpoint : StorageOperation
{
    /// <summary>Gets the ARN of the execution: the key.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Gets the ARN of its state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Gets or sets the version that must be stored; 0 when the execution must not exist yet.</summary>
    public required long ExpectedVersion { get; set; }

    /// <summary>Gets the version after the checkpoint.</summary>
    public long NewVersion => ExpectedVersion + 1;

    /// <summary>Gets or sets where it stands.</summary>
    public required ExecutionStatus Status { get; set; }

    /// <summary>Gets or sets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? StopDate { get; set; }

    /// <summary>Gets or sets what is known since the start; given with the first checkpoint and never changed.</summary>
    public StoragePayload Description { get; set; }

    /// <summary>Gets or sets how it ended; given with the last checkpoint.</summary>
    public StoragePayload Outcome { get; set; }

    /// <summary>Gets or sets the small part of its state that changes with every step; empty when it is to stay as it is.</summary>
    public StoragePayload State { get; set; }

    /// <summary>Gets or sets the events to append; <see langword="null"/> for none.</summary>
    public HistoryChunk? History { get; set; }

    /// <summary>Gets the parts to remove, before others are put; what is not there is removed without complaint.</summary>
    public IList<ExecutionPartRange> RemovedParts { get; } = new List<ExecutionPartRange>();

    /// <summary>Gets the parts to add or to replace.</summary>
    public IList<ExecutionPart> PutParts { get; } = new List<ExecutionPart>();

    internal override void AddPayloadsTo(ICollection<StoragePayload> payloads)
    {
        payloads.Add(Description);
        payloads.Add(Outcome);
        payloads.Add(State);
        if (History is { } history)
        {
            payloads.Add(history.Payload);
        }

        for (int i = 0; i < PutParts.Count; i++)
        {
            payloads.Add(PutParts[i].Payload);
        }
    }
}
