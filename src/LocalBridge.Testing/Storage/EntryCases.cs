using System.Collections.Immutable;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of entries.</summary>
internal static class EntryCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Entry: entries are read in the order of their appending, with rising numbers", OrderAsync),
        new("Entry: an id that is there already is not appended again", IdempotentAsync),
        new("Entry: an update changes the state and not the payload", UpdateAsync),
        new("Entry: updating or removing what is not there succeeds", AbsentAsync),
        new("Entry: numbers are never given twice, not even after reopening", NumbersAsync),
        new("Entry: a payload of 8 MiB is read back", LargeAsync),
    ];

    private static async Task OrderAsync(StorageSession session)
    {
        for (int i = 0; i < 10; i++)
        {
            await session.CommitAsync(
                new AppendEntry("s", $"{9 - i}", Now.AddSeconds(-i), Payload((byte)(i + 1)), Payload(5)), new AppendEntry("other", $"{i}", Now, Payload(1))).ConfigureAwait(false);
        }

        var ids = new List<string>();
        long after = 0;
        ImmutableArray<StoredEntry> page;
        do
        {
            page = await session.Storage.ReadEntriesAsync("s", after, 3, session.Token).ConfigureAwait(false);
            foreach (StoredEntry entry in page)
            {
                True(entry.Sequence > after, "Sequence numbers do not rise.");
                after = entry.Sequence;
                ids.Add(entry.Id);
                SameBytes(entry.Payload, [(byte)ids.Count], "Payload");
                SameBytes(entry.State, [5], "State");
                Equal(entry.Time, Now.AddSeconds(-(ids.Count - 1)), "Time");
            }
        }
        while (page.Length > 0);
        Sequence(ids, Enumerable.Range(0, 10).Reverse().Select(static i => $"{i}"), "Ids");
        Equal((await session.Storage.ReadEntriesAsync("none", 0, 3, session.Token).ConfigureAwait(false)).Length, 0, "Entries of a stream without any");
    }

    private static async Task IdempotentAsync(StorageSession session)
    {
        await session.CommitAsync(new AppendEntry("s", "1", Now, Payload(1))).ConfigureAwait(false);
        await session.CommitAsync(new AppendEntry("s", "1", Now, Payload(2)), new AppendEntry("s", "2", Now, Payload(3)), new AppendEntry("t", "1", Now, Payload(4))).ConfigureAwait(false);
        ImmutableArray<StoredEntry> entries = await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false);
        Sequence(entries.Select(static entry => entry.Payload.ToBytes().Span[0]), [(byte)1, (byte)3], "Payloads");
        True(entries[0].State.IsEmpty, "There is a state where none was given.");
    }

    private static async Task UpdateAsync(StorageSession session)
    {
        await session.CommitAsync(new AppendEntry("s", "1", Now, Payload(1), Payload(1)), new AppendEntry("s", "2", Now, Payload(2), Payload(1))).ConfigureAwait(false);
        await session.CommitAsync(new UpdateEntry("s", "2", Payload(7))).ConfigureAwait(false);
        await session.CommitAsync(new UpdateEntry("s", "2", Payload(8))).ConfigureAwait(false);
        await session.CommitAsync(new UpdateEntry("s", "1", default)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        ImmutableArray<StoredEntry> entries = await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false);
        SameBytes(entries[1].Payload, [2], "Payload");
        SameBytes(entries[1].State, [8], "State");
        True(entries[0].State.IsEmpty, "A state that was emptied is not empty.");
    }

    private static async Task AbsentAsync(StorageSession session)
    {
        await session.CommitAsync(new UpdateEntry("s", "1", Payload(1)), new RemoveEntry("s", "1")).ConfigureAwait(false);
        await session.CommitAsync(new AppendEntry("s", "1", Now, Payload(1))).ConfigureAwait(false);
        await session.CommitAsync(new RemoveEntry("s", "1")).ConfigureAwait(false);
        await session.CommitAsync(new RemoveEntry("s", "1"), new UpdateEntry("s", "1", Payload(1))).ConfigureAwait(false);
        Equal((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Length, 0, "Entries");
    }

    private static async Task NumbersAsync(StorageSession session)
    {
        long last = 0;
        for (int i = 0; i < 5; i++)
        {
            await session.CommitAsync(new AppendEntry("s", $"{i}", Now, Payload(1))).ConfigureAwait(false);
            long sequence = (await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Single().Sequence;
            True(sequence > last, $"The number {sequence} comes after {last}.");
            last = sequence;
            await session.CommitAsync(new RemoveEntry("s", $"{i}")).ConfigureAwait(false);
            await session.ReopenAsync().ConfigureAwait(false);
        }
    }

    private static async Task LargeAsync(StorageSession session)
    {
        byte[] bytes = Bytes(8 << 20, 5);
        await session.CommitAsync(new AppendEntry("s", "1", Now, Payload(bytes))).ConfigureAwait(false);
        SameBytes((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Single().Payload, bytes, "Payload");
    }
}
