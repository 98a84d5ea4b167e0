using System.Collections.Immutable;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of histories.</summary>
internal static class HistoryCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("History: pieces that hold the wanted events come in the order asked for", RangesAsync),
        new("History: a long one is read page by page", LongAsync),
        new("History: there is none of what does not exist", NoneAsync),
    ];

    private static async Task RangesAsync(StorageSession session)
    {
        // Events 1-3, 4, 5-9, 10-11.
        await session.CommitAsync(WithHistory(Checkpoint("a", 0), 1, 3)).ConfigureAwait(false);
        await session.CommitAsync(WithHistory(Checkpoint("a", 1), 4, 1), Checkpoint("a", 2), WithHistory(Checkpoint("a", 3), 5, 5)).ConfigureAwait(false);
        await session.CommitAsync(WithHistory(Checkpoint("a", 4), 10, 2)).ConfigureAwait(false);
        await ExpectAsync(session, 1, 100, false, [1, 4, 5, 10]).ConfigureAwait(false);
        await ExpectAsync(session, 2, 2, false, [1]).ConfigureAwait(false);
        await ExpectAsync(session, 2, 3, false, [1, 4]).ConfigureAwait(false);
        await ExpectAsync(session, 7, 3, false, [5]).ConfigureAwait(false);
        await ExpectAsync(session, 7, 4, false, [5, 10]).ConfigureAwait(false);
        await ExpectAsync(session, 12, 4, false, []).ConfigureAwait(false);
        await ExpectAsync(session, long.MaxValue, 2, true, [10]).ConfigureAwait(false);
        await ExpectAsync(session, long.MaxValue, 3, true, [10, 5]).ConfigureAwait(false);
        await ExpectAsync(session, 7, 3, true, [5]).ConfigureAwait(false);
        await ExpectAsync(session, 7, 4, true, [5, 4]).ConfigureAwait(false);
        await ExpectAsync(session, 3, 100, true, [1]).ConfigureAwait(false);
    }

    private static async Task LongAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        for (int i = 0; i < 400; i++)
        {
            await session.CommitAsync(WithHistory(Checkpoint("a", i + 1), (i * 3) + 1, 3)).ConfigureAwait(false);
        }

        long next = 1;
        while (next <= 1200)
        {
            ImmutableArray<HistoryChunk> page = await session.Storage.ReadHistoryAsync(Arn("a"), next, 100, false, session.Token).ConfigureAwait(false);
            True(page.Length is > 0 and <= 35, $"A page of 100 events at {next} has {page.Length} pieces of 3.");
            Equal(page[0].FirstEventId <= next && page[0].LastEventId >= next, true, $"Whether the first piece holds event {next}");
            next = page[^1].LastEventId + 1;
        }

        Equal(next, 1201, "End of the history");
    }

    private static async Task NoneAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        Equal((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 10, false, session.Token).ConfigureAwait(false)).Length, 0, "Pieces");
        Equal((await session.Storage.ReadHistoryAsync(Arn("b"), 1, 10, true, session.Token).ConfigureAwait(false)).Length, 0, "Pieces of what does not exist");
    }

    private static async Task ExpectAsync(StorageSession session, long first, int count, bool isReverse, long[] chunks)
    {
        ImmutableArray<HistoryChunk> read = await session.Storage.ReadHistoryAsync(Arn("a"), first, count, isReverse, session.Token).ConfigureAwait(false);
        Sequence(read.Select(static chunk => chunk.FirstEventId), chunks, $"Pieces of {count} events from {first}{(isReverse ? " backwards" : string.Empty)}");
        foreach (HistoryChunk chunk in read)
        {
            SameBytes(chunk.Payload, BitConverter.GetBytes(chunk.FirstEventId), $"Piece {chunk.FirstEventId}");
        }
    }
}
