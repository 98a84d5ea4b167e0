using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of retention.</summary>
internal static class RetentionCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Retention: closed executions go by age, open ones stay", ExecutionsByAgeAsync),
        new("Retention: closed executions go by count, those that closed first go first", ExecutionsByCountAsync),
        new("Retention: entries go by age and by count, the oldest first", EntriesAsync),
        new("Retention: a call removes no more than it was told to", BoundedAsync),
    ];

    private static async Task ExecutionsByAgeAsync(StorageSession session)
    {
        await session.CommitAsync(
            WithHistory(Checkpoint("old", 0, ExecutionStatus.Succeeded, stopDate: Now.AddDays(-3)), 1, 2),
            Checkpoint("new", 0, ExecutionStatus.Succeeded, stopDate: Now.AddDays(-1)),
            Checkpoint("open", 0)).ConfigureAwait(false);
        await TrimAsync(session, new StorageRetention { KeepSince = Now.AddDays(-2) }).ConfigureAwait(false);
        Equal(await session.Storage.ReadExecutionAsync(Arn("old"), session.Token).ConfigureAwait(false), null, "Old execution");
        Equal((await session.Storage.ReadHistoryAsync(Arn("old"), 1, 5, false, session.Token).ConfigureAwait(false)).Length, 0, "History of the old execution");
        Sequence(await NamesAsync(session).ConfigureAwait(false), [Arn("open"), Arn("new")], "Executions that stay");
        await session.CommitAsync(Checkpoint("old", 0)).ConfigureAwait(false);
    }

    private static async Task ExecutionsByCountAsync(StorageSession session)
    {
        for (int i = 0; i < 6; i++)
        {
            await session.CommitAsync(Checkpoint($"{i}", 0)).ConfigureAwait(false);
        }

        foreach (int i in (int[])[4, 2, 0, 5])
        {
            await session.CommitAsync(Checkpoint($"{i}", 1, ExecutionStatus.Succeeded, stopDate: Now.AddSeconds(10 - i))).ConfigureAwait(false);
        }

        await TrimAsync(session, new StorageRetention { KeepCount = 4 }).ConfigureAwait(false);
        Equal((await NamesAsync(session).ConfigureAwait(false)).Count, 6, "Executions when there are no more than may be kept");
        await session.CommitAsync(Checkpoint("4", 2), Checkpoint("4", 3, ExecutionStatus.Failed, stopDate: Now.AddSeconds(60))).ConfigureAwait(false);
        await TrimAsync(session, new StorageRetention { KeepCount = 3 }).ConfigureAwait(false);
        Equal((await NamesAsync(session).ConfigureAwait(false)).Count, 5, "Executions after the trim");
        True(await session.Storage.ReadExecutionAsync(Arn("4"), session.Token).ConfigureAwait(false) is not null, "The one that closed last is gone.");
    }

    private static async Task EntriesAsync(StorageSession session)
    {
        for (int i = 0; i < 10; i++)
        {
            await session.CommitAsync(new AppendEntry("s", $"{i}", Now.AddHours(i), Payload(1)), new AppendEntry("t", $"{i}", Now.AddHours(i), Payload(1))).ConfigureAwait(false);
        }

        await TrimAsync(session, new StorageRetention { Stream = "s", KeepSince = Now.AddHours(4) }).ConfigureAwait(false);
        Sequence(await IdsAsync(session, "s").ConfigureAwait(false), ["4", "5", "6", "7", "8", "9"], "Entries by age");
        await TrimAsync(session, new StorageRetention { Stream = "s", KeepCount = 2 }).ConfigureAwait(false);
        Sequence(await IdsAsync(session, "s").ConfigureAwait(false), ["8", "9"], "Entries by count");
        await TrimAsync(session, new StorageRetention { Stream = "s", KeepCount = 0 }).ConfigureAwait(false);
        Equal((await IdsAsync(session, "s").ConfigureAwait(false)).Count, 0, "Entries when none is kept");
        Equal((await IdsAsync(session, "t").ConfigureAwait(false)).Count, 10, "Entries of the other stream");
        await TrimAsync(session, new StorageRetention { Stream = "none", KeepCount = 0 }).ConfigureAwait(false);
    }

    private static async Task BoundedAsync(StorageSession session)
    {
        await session.CommitAsync([.. Enumerable.Range(0, 25).Select(static i => Checkpoint($"{i}", 0, ExecutionStatus.Succeeded))]).ConfigureAwait(false);
        var retention = new StorageRetention { KeepCount = 0, BatchSize = 10 };
        True(await session.Storage.TrimAsync(retention, session.Token).ConfigureAwait(false), "There is more to remove, and the storage says there is not.");
        Equal((await NamesAsync(session).ConfigureAwait(false)).Count, 15, "Executions after one call");
        await TrimAsync(session, retention).ConfigureAwait(false);
        Equal((await NamesAsync(session).ConfigureAwait(false)).Count, 0, "Executions after all calls");
    }

    private static async Task TrimAsync(StorageSession session, StorageRetention retention)
    {
        int calls = 0;
        while (await session.Storage.TrimAsync(retention, session.Token).ConfigureAwait(false))
        {
            True(++calls < 100, "The storage says again and again that there is more to remove.");
        }
    }

    private static async Task<List<string>> NamesAsync(StorageSession session)
    {
        StoredExecutionPage page = await session.Storage.ReadExecutionsAsync(new ExecutionQuery(Machine, null, 100, null), session.Token).ConfigureAwait(false);
        return [.. page.Executions.Select(static execution => execution.ExecutionArn)];
    }

    private static async Task<List<string>> IdsAsync(StorageSession session, string stream) =>
        [.. (await session.Storage.ReadEntriesAsync(stream, 0, 100, session.Token).ConfigureAwait(false)).Select(static entry => entry.Id)];
}
