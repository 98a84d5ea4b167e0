namespace LocalBridge.Targets.Recording;

/// <summary>Holds what is still to be delivered of one event of one bus: the changing half of its entry in storage.</summary>
/// <remarks>Safe for use from any thread. The list is replaced, never changed.</remarks>
internal sealed class RecordedEvent(string entryId, string? traceHeader, IReadOnlyList<PendingDelivery> deliveries)
{
    private readonly Lock _lock = new(); // guards changes

    internal string EntryId { get; } = entryId;

    internal string? TraceHeader { get; } = traceHeader;

    internal IReadOnlyList<PendingDelivery> Deliveries { get; private set; } = deliveries;

    /// <summary>Takes a delivery out.</summary>
    /// <returns>Whether it was the last one.</returns>
    internal bool Complete(string ruleName, string targetId)
    {
        lock (_lock)
        {
            Deliveries = [.. Deliveries.Where(delivery => delivery.RuleName != ruleName || delivery.TargetId != targetId)];
            return Deliveries.Count == 0;
        }
    }

    internal void NoteAttempts(string ruleName, string targetId, int attempts)
    {
        lock (_lock)
        {
            Deliveries =
            [
                .. Deliveries.Select(delivery => delivery.RuleName == ruleName && delivery.TargetId == targetId
                    ? delivery with { Attempts = attempts }
                    : delivery),
            ];
        }
    }
}
