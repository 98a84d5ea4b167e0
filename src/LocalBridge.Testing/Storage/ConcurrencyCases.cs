using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so when several commit at once.</summary>
internal static class ConcurrencyCases
{
    private const int Writers = 16;

    private const int Commits = 25;

    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("Concurrency: many writers commit side by side, and nothing is lost or mixed", ManyWritersAsync),
        new("Concurrency: of those that expect the same version one wins", OneWinsAsync),
        new("Concurrency: a conflict of one batch does not touch the batches beside it", NeighboursAsync),
        new("Concurrency: a read during commits sees whole batches", ReadersAsync),
    ];

    private static async Task ManyWritersAsync(StorageSession session)
    {
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < Commits; i++)
            {
                ExecutionStatus status = i == Commits - 1 ? ExecutionStatus.Succeeded : ExecutionStatus.Running;
                await session.CommitAsync(
                    WithHistory(Checkpoint($"{writer}", i, status), (i * 2) + 1, 2), new AppendEntry("s", $"{writer}/{i}", Now, Payload((byte)writer, (byte)i))).ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);
        await session.ReopenAsync().ConfigureAwait(false);
        ImmutableArray<StoredEntry> entries = await session.Storage.ReadEntriesAsync("s", 0, int.MaxValue, session.Token).ConfigureAwait(false);
        Equal(entries.Length, Writers * Commits, "Entries");
        Equal(entries.Select(static entry => entry.Sequence).Distinct().Count(), entries.Length, "Sequence numbers");
        for (int writer = 0; writer < Writers; writer++)
        {
            int number = writer;
            Sequence(
                entries.Where(entry => entry.Payload.ToBytes().Span[0] == number).Select(static entry => (int)entry.Payload.ToBytes().Span[1]),
                Enumerable.Range(0, Commits),
                $"Order of the entries of writer {writer}");
            Equal((await session.Storage.ReadExecutionAsync(Arn($"{writer}"), session.Token).ConfigureAwait(false))?.Version, Commits, "Version");
            ImmutableArray<HistoryChunk> history = await session.Storage.ReadHistoryAsync(Arn($"{writer}"), 1, 1000, false, session.Token).ConfigureAwait(false);
            Sequence(history.Select(static chunk => chunk.FirstEventId), Enumerable.Range(0, Commits).Select(static i => (i * 2L) + 1), "History");
        }
    }

    private static async Task OneWinsAsync(StorageSession session)
    {
        for (int round = 0; round < 10; round++)
        {
            int version = round;
            bool[] won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
            {
                try
                {
                    await session.CommitAsync(Checkpoint("a", version)).ConfigureAwait(false);
                    return true;
                }
                catch (StorageConflictException conflict)
                {
                    Equal(conflict.Key, Arn("a"), "Key of the conflict");
                    return false;
                }
            }))).ConfigureAwait(false);
            Equal(won.Count(static isWinner => isWinner), 1, $"Winners in round {round}");
        }
    }

    private static async Task NeighboursAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("taken", 0)).ConfigureAwait(false);
        bool[] refused = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            StorageOperation last = i % 2 == 0 ? Checkpoint($"free {i}", 0) : Checkpoint("taken", 0);
            try
            {
                await session.CommitAsync(new AppendEntry($"stream {i}", "1", Now, Payload(1)), Checkpoint($"x {i}", 0, machine: $"machine {i}"), last).ConfigureAwait(false);
                return false;
            }
            catch (StorageConflictException)
            {
                return true;
            }
        }))).ConfigureAwait(false);
        for (int i = 0; i < refused.Length; i++)
        {
            Equal(refused[i], i % 2 == 1, $"Whether batch {i} was refused");
            ImmutableArray<StoredEntry> entries = await session.Storage.ReadEntriesAsync($"stream {i}", 0, 10, session.Token).ConfigureAwait(false);
            Equal(entries.Length, i % 2 == 0 ? 1 : 0, $"Entries of batch {i}");
            StoredExecutionPage page = await session.Storage.ReadExecutionsAsync(new ExecutionQuery($"machine {i}", null, 10, null), session.Token).ConfigureAwait(false);
            Equal(page.Executions.Length, i % 2 == 0 ? 1 : 0, $"Executions of batch {i}");
        }
    }

    private static async Task ReadersAsync(StorageSession session)
    {
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < 200; i++)
            {
                await session.CommitAsync(new AppendEntry("s", $"{i} a", Now, Payload(1)), new AppendEntry("s", $"{i} b", Now, Payload(1))).ConfigureAwait(false);
            }
        });
        while (!writing.IsCompleted)
        {
            int count = (await session.Storage.ReadEntriesAsync("s", 0, int.MaxValue, session.Token).ConfigureAwait(false)).Length;
            True(count % 2 == 0, $"A read saw {count} entries, which come in pairs.");
            await Task.Yield();
        }

        await writing.ConfigureAwait(false);
    }
}
