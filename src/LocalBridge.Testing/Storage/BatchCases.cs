using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of batches.</summary>
internal static class BatchCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Batch: a conflict in its last operation leaves nothing of the others", AtomicAsync),
        new("Batch: operations take effect in their order", OrderAsync),
        new("Batch: an empty one succeeds", EmptyAsync),
        new("Batch: after a conflict the same storage commits on", GoesOnAsync),
        new("Batch: what a refused one would have changed can be changed as if it had never come", RefusedAsync),
        new("Batch: the payloads may change once it is committed", ReuseAsync),
    ];

    private static async Task AtomicAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0), new AppendEntry("s", "kept", Now, Payload(1))).ConfigureAwait(false);
        await session.ConflictAsync(
            Checkpoint("b", 0),
            new PutRecord("kind", "key", 0, Payload(1)),
            new AppendEntry("s", "other", Now, Payload(1)),
            new RemoveEntry("s", "kept"),
            WithHistory(Checkpoint("a", 1), 1, 3),
            Checkpoint("a", 1)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        Equal(await session.Storage.ReadExecutionAsync(Arn("b"), session.Token).ConfigureAwait(false), null, "Execution of the refused batch");
        Equal((await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Length, 0, "Records of the refused batch");
        Sequence((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Select(static entry => entry.Id), ["kept"], "Entries");
        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Version, 1, "Version");
        Equal((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 10, false, session.Token).ConfigureAwait(false)).Length, 0, "History of the refused batch");
    }

    private static async Task OrderAsync(StorageSession session)
    {
        await session.CommitAsync(
            new PutRecord("kind", "key", 0, Payload(1)),
            new PutRecord("kind", "key", 1, Payload(2)),
            new RemoveRecord("kind", "key"),
            new PutRecord("kind", "key", 0, Payload(3)),
            Checkpoint("a", 0),
            WithHistory(Checkpoint("a", 1, ExecutionStatus.Failed), 1, 2),
            new AppendEntry("s", "1", Now, Payload(1)),
            new RemoveEntry("s", "1"),
            new AppendEntry("s", "1", Now, Payload(2))).ConfigureAwait(false);
        StoredRecord record = (await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Single();
        SameBytes(record.Payload, [3], "Record");
        Equal(record.Version, 1, "Version of the record");
        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Status, ExecutionStatus.Failed, "Status");
        SameBytes((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Single().Payload, [2], "Entry");
    }

    private static async Task RefusedAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0), new AppendEntry("s", "1", Now, Payload(1)), new AppendEntry("s", "2", Now, Payload(2))).ConfigureAwait(false);
        await session.ConflictAsync(
            Checkpoint("a", 1, ExecutionStatus.Failed), Checkpoint("b", 0), new RemoveEntry("s", "1"), new AppendEntry("s", "3", Now, Payload(3)), Checkpoint("a", 7)).ConfigureAwait(false);
        await session.CommitAsync(new UpdateEntry("s", "1", Payload(4)), new RemoveEntry("s", "2"), new AppendEntry("s", "3", Now, Payload(5))).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 1), Checkpoint("b", 0)).ConfigureAwait(false);
        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Version, 2, "Version");
        Equal((await session.Storage.ReadExecutionAsync(Arn("b"), session.Token).ConfigureAwait(false))?.Version, 1, "Version of the other");
        Sequence(
            (await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Select(static entry => $"{entry.Id}:{entry.Payload.ToBytes().Span[0]} {entry.State.ToBytes().Length}"),
            ["1:1 1", "3:5 0"],
            "Entries");
    }

    private static Task EmptyAsync(StorageSession session) => session.CommitAsync();

    private static async Task GoesOnAsync(StorageSession session)
    {
        for (int i = 0; i < 3; i++)
        {
            await session.ConflictAsync(new PutRecord("new kind", $"key {i}", 5, Payload(1)), Checkpoint($"x{i}", 4)).ConfigureAwait(false);
            await session.CommitAsync(Checkpoint($"a{i}", 0, machine: $"machine {i}"), new AppendEntry($"stream {i}", "1", Now, Payload(1))).ConfigureAwait(false);
        }

        Equal((await session.Storage.ReadEntriesAsync("stream 2", 0, 10, session.Token).ConfigureAwait(false)).Length, 1, "Entries");
    }

    private static async Task ReuseAsync(StorageSession session)
    {
        byte[] reused = [1, 2, 3];
        ExecutionCheckpoint checkpoint = Checkpoint("a", 0);
        checkpoint.State = StoragePayload.FromBytes(reused);
        checkpoint.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 1), StoragePayload.FromBytes(reused)));
        await session.CommitAsync(
            checkpoint, new PutRecord("kind", "key", 0, StoragePayload.FromBytes(reused)), new AppendEntry("s", "1", Now, StoragePayload.FromBytes(reused))).ConfigureAwait(false);
        reused[0] = 99;
        SameBytes((await session.Storage.ReadRecordsAsync("kind", null, 10, session.Token).ConfigureAwait(false)).Single().Payload, [1, 2, 3], "Record");
        SameBytes((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Single().Payload, [1, 2, 3], "Entry");
        await session.ReopenAsync().ConfigureAwait(false);
        OpenExecution open = (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single();
        SameBytes(open.State, [1, 2, 3], "State");
        SameBytes(open.Parts.Single().Payload, [1, 2, 3], "Part");
    }
}
