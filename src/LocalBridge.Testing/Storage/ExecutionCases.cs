using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of executions.</summary>
internal static class ExecutionCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Execution: its row is read after reopening", RoundTripAsync),
        new("Execution: an ARN that is taken is a conflict", TakenAsync),
        new("Execution: a stale version is a conflict that names both", StaleAsync),
        new("Execution: a checkpoint of what is not there is a conflict with version 0", AbsentAsync),
        new("Execution: a checkpoint without a state keeps the stored one", StateStaysAsync),
        new("Execution: parts are put, replaced and removed by ranges of one kind", PartsAsync),
        new("Execution: parts are removed before others are put", PartsOrderAsync),
        new("Execution: one that ends in its first checkpoint is stored as ended", EndsAtOnceAsync),
        new("Execution: an ended one loses its parts and keeps description, outcome and history", EndsAsync),
        new("Execution: an ended one can go on at its version", GoesOnAsync),
        new("Execution: a discard removes a refused start and nothing else", DiscardAsync),
        new("Execution: a discard makes room for the same ARN in the same batch", DiscardAndStartAsync),
        new("Execution: a payload of 8 MiB is read back", LargeAsync),
    ];

    private static async Task RoundTripAsync(StorageSession session)
    {
        ExecutionCheckpoint checkpoint = Checkpoint("a", 0);
        byte[] description = Bytes(1000, 3);
        checkpoint.Description = Payload(description);
        await session.CommitAsync(checkpoint).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        StoredExecution? read = await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false);
        True(read is not null, "The execution is not there.");
        Equal(read!.ExecutionArn, Arn("a"), "ARN");
        Equal(read.StateMachineArn, Machine, "State machine");
        Equal(read.StartDate, Now, "Start date");
        Equal(read.StopDate, null, "Stop date");
        Equal(read.Status, ExecutionStatus.Running, "Status");
        Equal(read.Version, 1, "Version");
        SameBytes(read.Description, description, "Description");
        True(read.Outcome.IsEmpty, "There is an outcome before the end.");
        Equal(await session.Storage.ReadExecutionAsync(Arn("b"), session.Token).ConfigureAwait(false), null, "Another execution");
    }

    private static async Task TakenAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 1)).ConfigureAwait(false);
        StorageConflictException conflict = await session.ConflictAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        Equal(conflict.Key, Arn("a"), "Key of the conflict");
        Equal(conflict.StoredVersion, 2, "Stored version");
        await session.CommitAsync(Checkpoint("b", 0, ExecutionStatus.Succeeded)).ConfigureAwait(false);
        Equal((await session.ConflictAsync(Checkpoint("b", 0)).ConfigureAwait(false)).StoredVersion, 1, "Stored version of an ended execution");
    }

    private static async Task StaleAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 1)).ConfigureAwait(false);
        StorageConflictException conflict = await session.ConflictAsync(Checkpoint("a", 1)).ConfigureAwait(false);
        Equal(conflict.ExpectedVersion, 1, "Expected version");
        Equal(conflict.StoredVersion, 2, "Stored version");
        await session.ConflictAsync(Checkpoint("a", 1, ExecutionStatus.Failed)).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 2)).ConfigureAwait(false);
    }

    private static async Task AbsentAsync(StorageSession session)
    {
        Equal((await session.ConflictAsync(Checkpoint("a", 3)).ConfigureAwait(false)).StoredVersion, 0, "Stored version");
        Equal((await session.ConflictAsync(Checkpoint("a", 3, ExecutionStatus.Failed)).ConfigureAwait(false)).StoredVersion, 0, "Stored version");
    }

    private static async Task StateStaysAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        ExecutionCheckpoint second = Checkpoint("a", 1);
        second.State = default;
        await session.CommitAsync(second).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        OpenExecution open = (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single();
        Equal(open.Execution.Version, 2, "Version");
        SameBytes(open.State, [7, 0], "State");
    }

    private static async Task PartsAsync(StorageSession session)
    {
        ExecutionCheckpoint first = Checkpoint("a", 0);
        foreach (long id in (long[])[long.MaxValue, 5, 0, 1L << 40])
        {
            first.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, id), Payload(1)));
            first.PutParts.Add(new ExecutionPart(new ExecutionPartKey(2, id), Payload(1)));
        }

        await session.CommitAsync(first, Checkpoint("b", 0)).ConfigureAwait(false);
        ExecutionCheckpoint second = Checkpoint("a", 1);
        second.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 5), Payload(2)));
        second.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 6), Payload(3)));
        second.RemovedParts.Add(new ExecutionPartRange(2, 1, 1L << 40));
        second.RemovedParts.Add(new ExecutionPartRange(3, 0, long.MaxValue));
        await session.CommitAsync(second).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        List<OpenExecution> open = await session.ClaimExecutionsAsync().ConfigureAwait(false);
        Sequence(
            open[0].Parts.Select(static part => $"{part.Key.Kind}/{part.Key.Id}={part.Payload.ToBytes().Span[0]}"),
            ["1/0=1", "1/5=2", "1/6=3", $"1/{1L << 40}=1", $"1/{long.MaxValue}=1", "2/0=1", $"2/{long.MaxValue}=1"],
            "Parts");
        Equal(open[1].Parts.Length, 0, "Parts of the other execution");
    }

    private static async Task PartsOrderAsync(StorageSession session)
    {
        ExecutionCheckpoint first = Checkpoint("a", 0);
        first.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 1), Payload(1)));
        await session.CommitAsync(first).ConfigureAwait(false);
        ExecutionCheckpoint second = Checkpoint("a", 1);
        second.RemovedParts.Add(new ExecutionPartRange(1, 0, 9));
        second.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 1), Payload(2)));
        await session.CommitAsync(second).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        SameBytes((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single().Parts.Single().Payload, [2], "Part");
    }

    private static async Task EndsAtOnceAsync(StorageSession session)
    {
        await session.CommitAsync(WithHistory(Checkpoint("a", 0, ExecutionStatus.Succeeded), 1, 3)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        StoredExecution? read = await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false);
        Equal(read?.Status, ExecutionStatus.Succeeded, "Status");
        Equal(read?.StopDate, Now.AddSeconds(1), "Stop date");
        SameBytes(read!.Outcome, [9], "Outcome");
        Equal((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Count, 0, "Open executions");
    }

    private static async Task EndsAsync(StorageSession session)
    {
        ExecutionCheckpoint first = WithHistory(Checkpoint("a", 0), 1, 3);
        first.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 1), Payload(1)));
        await session.CommitAsync(first).ConfigureAwait(false);
        await session.CommitAsync(WithHistory(Checkpoint("a", 1, ExecutionStatus.TimedOut), 4, 1)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        StoredExecution? read = await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false);
        Equal(read?.Status, ExecutionStatus.TimedOut, "Status");
        Equal(read?.Version, 2, "Version");
        SameBytes(read!.Description, [1, 2, 3], "Description");
        SameBytes(read.Outcome, [9], "Outcome");
        Sequence((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 10, false, session.Token).ConfigureAwait(false)).Select(static chunk => chunk.FirstEventId), [1, 4], "History");
        Equal((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Count, 0, "Open executions");
    }

    private static async Task GoesOnAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 1, ExecutionStatus.Failed)).ConfigureAwait(false);
        await session.ConflictAsync(Checkpoint("a", 1)).ConfigureAwait(false);
        await session.CommitAsync(Checkpoint("a", 2)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        OpenExecution open = (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single();
        Equal(open.Execution.Version, 3, "Version");
        Equal(open.Execution.StopDate, null, "Stop date");
        Equal(open.Parts.Length, 0, "Parts");
        await session.CommitAsync(Checkpoint("a", 3, ExecutionStatus.Succeeded)).ConfigureAwait(false);
        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Status, ExecutionStatus.Succeeded, "Status");
    }

    private static async Task DiscardAsync(StorageSession session)
    {
        await session.CommitAsync(WithHistory(Checkpoint("a", 0), 1, 2), Checkpoint("b", 0), Checkpoint("b", 1), Checkpoint("c", 0)).ConfigureAwait(false);
        await session.CommitAsync(
            new ExecutionDiscard(Arn("a"), Now), new ExecutionDiscard(Arn("b"), Now), new ExecutionDiscard(Arn("c"), Now.AddTicks(1)), new ExecutionDiscard(Arn("d"), Now)).ConfigureAwait(false);
        Equal(await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false), null, "Discarded execution");
        Equal((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 10, false, session.Token).ConfigureAwait(false)).Length, 0, "History of the discarded execution");
        True(await session.Storage.ReadExecutionAsync(Arn("b"), session.Token).ConfigureAwait(false) is not null, "An execution that went on was discarded.");
        True(await session.Storage.ReadExecutionAsync(Arn("c"), session.Token).ConfigureAwait(false) is not null, "An execution of another start date was discarded.");
        await session.ReopenAsync().ConfigureAwait(false);
        Sequence((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Select(static open => open.Execution.ExecutionArn), [Arn("b"), Arn("c")], "Open executions");
    }

    private static async Task DiscardAndStartAsync(StorageSession session)
    {
        await session.CommitAsync(WithHistory(Checkpoint("a", 0, ExecutionStatus.Succeeded), 1, 2)).ConfigureAwait(false);
        await session.CommitAsync(new ExecutionDiscard(Arn("a"), Now), WithHistory(Checkpoint("a", 0), 1, 1)).ConfigureAwait(false);
        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Status, ExecutionStatus.Running, "Status");
        Equal((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 10, false, session.Token).ConfigureAwait(false)).Single().EventCount, 1, "Events");
    }

    private static async Task LargeAsync(StorageSession session)
    {
        byte[] bytes = Bytes(8 << 20, 4);
        ExecutionCheckpoint checkpoint = Checkpoint("a", 0);
        checkpoint.Description = Payload(bytes);
        checkpoint.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1, 1), Payload(bytes)));
        checkpoint.History = new HistoryChunk(1, 1, Payload(bytes));
        await session.CommitAsync(checkpoint).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        OpenExecution open = (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single();
        SameBytes(open.Execution.Description, bytes, "Description");
        SameBytes(open.Parts.Single().Payload, bytes, "Part");
        SameBytes((await session.Storage.ReadHistoryAsync(Arn("a"), 1, 1, false, session.Token).ConfigureAwait(false)).Single().Payload, bytes, "History");
    }
}
