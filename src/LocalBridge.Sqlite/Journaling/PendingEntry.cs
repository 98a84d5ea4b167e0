namespace LocalBridge.Sqlite.Journaling;

/// <summary>How an entry differs from what the tables have of it.</summary>
/// <param name="IsNew">Whether they have nothing of it.</param>
/// <param name="IsRemoved">Whether it goes.</param>
/// <param name="Stream">The number of its stream; only if it is new, as are the three that follow.</param>
/// <param name="Id">The id in UTF-8.</param>
/// <param name="Time">The time by which retention counts, in ticks.</param>
/// <param name="Payload">What it holds.</param>
/// <param name="State">The state.</param>
internal readonly record struct PendingEntry(
    bool IsNew, bool IsRemoved, long Stream, ReadOnlyMemory<byte> Id, long Time, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> State);
