using LocalBridge.Storage;

namespace LocalBridge.Testing.Storage;

/// <summary>Random batches, with the storage in memory as the model of what must come out.</summary>
internal static class RandomCases
{
    private const int Batches = 300;

    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        .. Enumerable.Range(1, 4).Select(static seed => new StorageConformanceCase(
            $"Random: {Batches} batches leave what they leave in memory (seed {seed})", session => RunAsync(session, seed))),
    ];

    private static async Task RunAsync(StorageSession session, int seed)
    {
        var model = new InMemoryStorage();
        await model.OpenAsync(session.Token).ConfigureAwait(false);
        var batches = new RandomBatches(seed);
        for (int i = 1; i <= Batches; i++)
        {
            (StorageOperation[] operations, bool isConflict) = batches.Next();
            foreach (IBridgeStorage storage in (IBridgeStorage[])[model, session.Storage])
            {
                StorageSession.Equal(await TryCommitAsync(storage, operations, session.Token).ConfigureAwait(false), !isConflict, $"Batch {i} is taken");
            }

            if (i % 100 == 0)
            {
                await session.ReopenAsync().ConfigureAwait(false);
                await model.OpenAsync(session.Token).ConfigureAwait(false);
                Compare(
                    await StorageDump.ClaimAsync(session.Storage, session.Token).ConfigureAwait(false),
                    await StorageDump.ClaimAsync(model, session.Token).ConfigureAwait(false));
            }

            if (i % 20 == 0)
            {
                Compare(
                    await StorageDump.ReadAsync(session.Storage, batches.ExecutionArns, session.Token).ConfigureAwait(false),
                    await StorageDump.ReadAsync(model, batches.ExecutionArns, session.Token).ConfigureAwait(false));
            }
        }
    }

    private static async Task<bool> TryCommitAsync(IBridgeStorage storage, StorageOperation[] operations, CancellationToken cancellationToken)
    {
        var batch = new StorageBatch();
        foreach (StorageOperation operation in operations)
        {
            batch.Add(operation);
        }

        try
        {
            await storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StorageConflictException)
        {
            return false;
        }
    }

    private static void Compare(List<string> actual, List<string> expected)
    {
        StorageSession.Equal(actual.Count, expected.Count, "Things that can be read");
        for (int i = 0; i < actual.Count; i++)
        {
            StorageSession.Equal(actual[i], expected[i], $"Thing {i}");
        }
    }
}
