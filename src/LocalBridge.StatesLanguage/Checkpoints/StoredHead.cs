using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>What <see cref="HeadPart"/> has read.</summary>
internal sealed class StoredHead
{
    internal ExecutionStatus Status { get; set; }

    internal long LastEventId { get; set; }

    internal long LastSerial { get; set; }

    internal ulong Random { get; set; }

    internal long TimeoutTimerId { get; set; }

    internal List<int> ReadySlots { get; } = [];
}
