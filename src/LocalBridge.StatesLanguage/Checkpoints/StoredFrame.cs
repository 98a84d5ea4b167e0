using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>What <see cref="FramePart"/>, <see cref="GroupPart"/> and <see cref="ResultsPart"/> have read of one frame, before it is joined with the definition and its parent.</summary>
internal sealed class StoredFrame
{
    internal int Slot { get; init; }

    /// <summary>The slot of the parent; null for the execution itself.</summary>
    internal int? ParentSlot { get; set; }

    internal int Index { get; set; }

    internal FramePhase Phase { get; set; }

    internal string StateName { get; set; } = string.Empty;

    internal JsonValue Input { get; set; }

    internal long EnteredEventId { get; set; }

    internal DateTimeOffset EnteredTime { get; set; }

    internal long PreviousEventId { get; set; }

    internal int RetryCount { get; set; }

    internal List<int>? RetrierCounts { get; set; }

    internal long AttemptId { get; set; }

    internal string? TaskToken { get; set; }

    internal long TimerId { get; set; }

    internal long HeartbeatTimerId { get; set; }

    internal long? HeartbeatSeconds { get; set; }

    internal JsonValue Item { get; set; }

    internal JsonObject Variables { get; set; } = JsonObject.Empty;

    internal ChildGroup? Children { get; set; }

    /// <summary>The frame, once it is made.</summary>
    internal Frame? Frame { get; set; }
}
