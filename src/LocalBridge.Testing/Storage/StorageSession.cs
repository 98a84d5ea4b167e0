using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Testing.Storage;

/// <summary>What a case works with: the storage, and short ways to commit and to compare.</summary>
internal sealed class StorageSession(IStorageUnderTest test, CancellationToken cancellationToken) : IAsyncDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal const string Machine = "arn:aws:states:us-east-1:000000000000:stateMachine:m";

    private IBridgeStorage? _storage;

    internal IBridgeStorage Storage => _storage ?? throw new InvalidOperationException("The storage is not open.");

    internal CancellationToken Token => cancellationToken;

    /// <summary>Closes the instance and opens the next one on the same data.</summary>
    internal async Task ReopenAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        _storage = await test.CreateAsync(cancellationToken).ConfigureAwait(false);
        await _storage.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    internal async Task CommitAsync(params StorageOperation[] operations)
    {
        var batch = new StorageBatch();
        foreach (StorageOperation operation in operations)
        {
            batch.Add(operation);
        }

        await Storage.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Commits what must be refused as a conflict.</summary>
    internal async Task<StorageConflictException> ConflictAsync(params StorageOperation[] operations)
    {
        try
        {
            await CommitAsync(operations).ConfigureAwait(false);
        }
        catch (StorageConflictException conflict)
        {
            return conflict;
        }

        throw new StorageConformanceException("A commit that expects another version than the stored one succeeded; expected was a StorageConflictException.");
    }

    internal static string Arn(string name) => $"arn:aws:states:us-east-1:000000000000:execution:m:{name}";

    internal static StoragePayload Payload(params byte[] bytes) => StoragePayload.FromBytes(bytes);

    /// <summary>Returns bytes that look like nothing in particular, zeros among them.</summary>
    internal static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    internal static ExecutionCheckpoint Checkpoint(
        string name, long expectedVersion, ExecutionStatus status = ExecutionStatus.Running, string? machine = null, DateTimeOffset? stopDate = null) => new()
        {
            ExecutionArn = Arn(name),
            StateMachineArn = machine ?? Machine,
            StartDate = Now,
            ExpectedVersion = expectedVersion,
            Status = status,
            StopDate = status == ExecutionStatus.Running ? null : stopDate ?? Now.AddSeconds(1),
            Description = expectedVersion == 0 ? Payload(1, 2, 3) : default,
            Outcome = status == ExecutionStatus.Running ? default : Payload(9),
            State = status == ExecutionStatus.Running ? Payload(7, (byte)expectedVersion) : default,
        };

    internal static ExecutionCheckpoint WithHistory(ExecutionCheckpoint checkpoint, long firstEventId, int count)
    {
        checkpoint.History = new HistoryChunk(firstEventId, count, Payload(BitConverter.GetBytes(firstEventId)));
        return checkpoint;
    }

    internal async Task<List<OpenExecution>> ClaimExecutionsAsync()
    {
        var executions = new List<OpenExecution>();
        await foreach (OpenExecution execution in Storage.ClaimExecutionsAsync(cancellationToken).ConfigureAwait(false))
        {
            executions.Add(execution);
        }

        return executions;
    }

    internal async Task<List<StoredEntry>> ClaimEntriesAsync(string stream)
    {
        var entries = new List<StoredEntry>();
        await foreach (StoredEntry entry in Storage.ClaimEntriesAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return entries;
    }

    internal static void Equal<T>(T actual, T expected, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            throw new StorageConformanceException($"{what}: found {actual?.ToString() ?? "none"}, expected {expected?.ToString() ?? "none"}.");
        }
    }

    internal static void Sequence<T>(IEnumerable<T> actual, IEnumerable<T> expected, string what) =>
        Equal(string.Join(", ", actual), string.Join(", ", expected), what);

    internal static void SameBytes(StoragePayload actual, byte[] expected, string what)
    {
        ReadOnlySpan<byte> bytes = actual.ToBytes().Span;
        if (!bytes.SequenceEqual(expected))
        {
            throw new StorageConformanceException($"{what}: the {bytes.Length} bytes read are not the {expected.Length} bytes stored.");
        }
    }

    internal static void True(bool condition, string what)
    {
        if (!condition)
        {
            throw new StorageConformanceException(what);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_storage is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }

        _storage = null;
    }
}
