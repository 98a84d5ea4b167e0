namespace LocalBridge.Sqlite.Journaling;

/// <summary>Events of a history that are not in the tables yet.</summary>
internal readonly record struct PendingChunk(long FirstEventId, int EventCount, ReadOnlyMemory<byte> Payload);
