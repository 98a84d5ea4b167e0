namespace LocalBridge.Sqlite.Journaling;

/// <summary>Appends histories. Chunks that come into the tables together share a row, as long as that stays short enough to be read for a few events.</summary>
internal sealed class HistoryFold(SqliteDatabase database)
{
    private const int LongestRow = 8 << 10;

    private readonly JournalBuffer _lengths = new();
    private readonly byte[] _payload = new byte[LongestRow];

    internal void Write(long execution, ReadOnlySpan<PendingChunk> chunks)
    {
        while (!chunks.IsEmpty)
        {
            int count = 1;
            int length = chunks[0].Payload.Length;
            while (count < chunks.Length && length + chunks[count].Payload.Length <= LongestRow)
            {
                length += chunks[count++].Payload.Length;
            }

            if (count == 1)
            {
                Insert(execution, chunks[0].FirstEventId, chunks[0].EventCount, chunks[0].Payload, default);
            }
            else
            {
                InsertTogether(execution, chunks[..count]);
            }

            chunks = chunks[count..];
        }
    }

    private void InsertTogether(long execution, ReadOnlySpan<PendingChunk> chunks)
    {
        _lengths.Clear();
        int events = 0;
        int length = 0;
        foreach (PendingChunk chunk in chunks)
        {
            _lengths.WriteNumber(chunk.EventCount);
            _lengths.WriteNumber(chunk.Payload.Length);
            chunk.Payload.Span.CopyTo(_payload.AsSpan(length));
            events += chunk.EventCount;
            length += chunk.Payload.Length;
        }

        Insert(execution, chunks[0].FirstEventId, events, _payload.AsMemory(0, length), _lengths.All);
    }

    private void Insert(long execution, long first, int count, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> lengths) => database
        .Prepare("INSERT INTO history (execution, first, count, payload, chunks) VALUES (?1, ?2, ?3, ?4, ?5)")
        .Bind(1, execution).Bind(2, first).Bind(3, count).Bind(4, payload).Bind(5, lengths).Run();
}
