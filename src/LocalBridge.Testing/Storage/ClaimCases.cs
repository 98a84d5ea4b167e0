using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of taking over work.</summary>
internal static class ClaimCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Claim: what the owner itself has made is not claimed", OwnAsync),
        new("Claim: open executions of the owner before come oldest first, and once", ExecutionsAsync),
        new("Claim: more than a page of them comes complete", ManyAsync),
        new("Claim: entries of the owner before come in their order, and once", EntriesAsync),
        new("Claim: what was claimed goes on at its version", GoesOnAsync),
    ];

    private static async Task OwnAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0), new AppendEntry("s", "1", Now, Payload(1))).ConfigureAwait(false);
        Equal((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Count, 0, "Executions claimed");
        Equal((await session.ClaimEntriesAsync("s").ConfigureAwait(false)).Count, 0, "Entries claimed");
    }

    private static async Task ExecutionsAsync(StorageSession session)
    {
        foreach (string name in (string[])["c", "a", "b", "d"])
        {
            await session.CommitAsync(Checkpoint(name, 0)).ConfigureAwait(false);
        }

        await session.CommitAsync(Checkpoint("a", 1, ExecutionStatus.Aborted), Checkpoint("c", 1)).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        List<OpenExecution> claimed = await session.ClaimExecutionsAsync().ConfigureAwait(false);
        Sequence(claimed.Select(static open => $"{open.Execution.ExecutionArn} {open.Execution.Version}"), [$"{Arn("c")} 2", $"{Arn("b")} 1", $"{Arn("d")} 1"], "Executions claimed");
        SameBytes(claimed[0].State, [7, 1], "State");
        SameBytes(claimed[0].Execution.Description, [1, 2, 3], "Description");
        Equal((await session.ClaimExecutionsAsync().ConfigureAwait(false)).Count, 0, "Executions claimed a second time");
    }

    private static async Task ManyAsync(StorageSession session)
    {
        for (int i = 0; i < 10; i++)
        {
            await session.CommitAsync([.. Enumerable.Range(i * 100, 100).Select(static number => Checkpoint($"{number:0000}", 0))]).ConfigureAwait(false);
        }

        await session.ReopenAsync().ConfigureAwait(false);
        Sequence(
            (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Select(static open => open.Execution.ExecutionArn),
            Enumerable.Range(0, 1000).Select(static number => Arn($"{number:0000}")),
            "Executions claimed");
    }

    private static async Task EntriesAsync(StorageSession session)
    {
        for (int i = 0; i < 300; i++)
        {
            await session.CommitAsync(new AppendEntry("s", $"{i}", Now, Payload(1), Payload(2)), new AppendEntry("t", $"{i}", Now, Payload(1))).ConfigureAwait(false);
        }

        await session.CommitAsync(new RemoveEntry("s", "7"), new UpdateEntry("s", "8", Payload(3))).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        await session.CommitAsync(new AppendEntry("s", "new", Now, Payload(1))).ConfigureAwait(false);
        List<StoredEntry> claimed = await session.ClaimEntriesAsync("s").ConfigureAwait(false);
        Sequence(claimed.Select(static entry => entry.Id), Enumerable.Range(0, 300).Where(static i => i != 7).Select(static i => $"{i}"), "Entries claimed");
        SameBytes(claimed[7].State, [3], "State");
        Equal((await session.ClaimEntriesAsync("s").ConfigureAwait(false)).Count, 0, "Entries claimed a second time");
        Equal((await session.ClaimEntriesAsync("t").ConfigureAwait(false)).Count, 300, "Entries claimed of another stream");
    }

    private static async Task GoesOnAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0), new AppendEntry("s", "1", Now, Payload(1))).ConfigureAwait(false);
        for (int i = 1; i < 4; i++)
        {
            await session.ReopenAsync().ConfigureAwait(false);
            OpenExecution open = (await session.ClaimExecutionsAsync().ConfigureAwait(false)).Single();
            await session.ClaimEntriesAsync("s").ConfigureAwait(false);
            await session.CommitAsync(Checkpoint("a", open.Execution.Version), new UpdateEntry("s", "1", Payload((byte)i))).ConfigureAwait(false);
        }

        Equal((await session.Storage.ReadExecutionAsync(Arn("a"), session.Token).ConfigureAwait(false))?.Version, 4, "Version");
        SameBytes((await session.Storage.ReadEntriesAsync("s", 0, 10, session.Token).ConfigureAwait(false)).Single().State, [3], "State");
    }
}
