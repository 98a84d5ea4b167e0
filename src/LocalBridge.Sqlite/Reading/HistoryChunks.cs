using System.Collections.Immutable;
using LocalBridge.Sqlite.Journaling;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Reading;

/// <summary>Collects the chunks of a history that hold the events somebody wants.</summary>
internal sealed class HistoryChunks(long firstEventId, int count, bool isReverse)
{
    private readonly ImmutableArray<HistoryChunk>.Builder _chunks = ImmutableArray.CreateBuilder<HistoryChunk>();
    private readonly List<HistoryChunk> _row = [];
    private long _left = count;

    /// <summary>Adds what is wanted of a row.</summary>
    /// <param name="first">The first event of the row.</param>
    /// <param name="events">How many it has.</param>
    /// <param name="payload">The payloads of its chunks, one behind the other.</param>
    /// <param name="lengths">How many events and bytes each chunk has; empty when there is one.</param>
    /// <returns>Whether that is all.</returns>
    internal bool AddRow(long first, int events, byte[] payload, byte[] lengths)
    {
        _row.Clear();
        Split(first, events, payload, lengths);
        if (isReverse)
        {
            _row.Reverse();
        }

        foreach (HistoryChunk chunk in _row)
        {
            long wanted = isReverse
                ? Math.Min(firstEventId, chunk.LastEventId) - chunk.FirstEventId + 1
                : chunk.LastEventId - Math.Max(firstEventId, chunk.FirstEventId) + 1;
            if (wanted <= 0)
            {
                continue;
            }

            _chunks.Add(chunk);
            _left -= wanted;
            if (_left <= 0)
            {
                return true;
            }
        }

        return false;
    }

    internal ImmutableArray<HistoryChunk> ToImmutable() => _chunks.DrainToImmutable();

    private void Split(long first, int events, byte[] payload, byte[] lengths)
    {
        if (lengths.Length == 0)
        {
            _row.Add(new HistoryChunk(first, events, StoragePayload.FromBytes(payload)));
            return;
        }

        var cursor = new JournalCursor(lengths);
        int start = 0;
        while (!cursor.IsAtEnd)
        {
            int chunkEvents = (int)cursor.ReadNumber();
            int length = (int)cursor.ReadNumber();
            _row.Add(new HistoryChunk(first, chunkEvents, StoragePayload.FromBytes(payload.AsMemory(start, length))));
            first += chunkEvents;
            start += length;
        }
    }
}
