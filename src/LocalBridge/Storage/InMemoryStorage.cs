using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LocalBridge.Storage;

/// <summary>Represents the storage that lives in the process and dies with it: the default.</summary>
/// <remarks>
/// <para>Safe for use from any thread. Every commit and read is one short critical section.</para>
/// <para>Bounded: open executions are kept as long as they run, closed ones as <see cref="InMemoryStorageOptions"/> say.</para>
/// <para>It keeps payloads as they are, by reference, and knows one owner. It can be handed to a second bridge only after the first was disposed.</para>
/// </remarks>
public sealed class InMemoryStorage : IBridgeStorage
{
    private readonly Lock _lock = new(); // guards all collections below
    private readonly InMemoryRecords _records = new();
    private readonly InMemoryStreams _streams = new();
    private readonly InMemoryExecutions _executions;

    /// <summary>Initializes an empty storage.</summary>
    /// <param name="options">How much is kept; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock for the age of closed executions; <see langword="null"/> for the system's.</param>
    public InMemoryStorage(InMemoryStorageOptions? options = null, TimeProvider? timeProvider = null)
    {
        _executions = new InMemoryExecutions(options ?? new InMemoryStorageOptions(), timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public bool IsDurable => false;

    /// <inheritdoc/>
    public TimeSpan? LeaseDuration => null;

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _executions.BeginOwner();
            _streams.BeginOwner();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<StorageOperation> operations = batch.Operations;
        lock (_lock)
        {
            // Two passes, because a batch takes effect as a whole or not at all.
            try
            {
                for (int i = 0; i < operations.Count; i++)
                {
                    Check(operations, i);
                }
            }
            finally
            {
                _executions.EndCheck();
            }

            for (int i = 0; i < operations.Count; i++)
            {
                Apply(operations[i]);
            }

            _executions.Evict();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImmutableArray<OpenExecution> open;
        lock (_lock)
        {
            open = _executions.Claim();
        }

        foreach (OpenExecution execution in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return execution;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImmutableArray<StoredEntry> entries;
        lock (_lock)
        {
            entries = _streams.Claim(stream);
        }

        foreach (StoredEntry entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_records.Read(kind, afterKey, count));
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_streams.Read(stream, afterSequence, count));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_executions.Find(executionArn)?.Read());
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn,
        long firstEventId,
        int count,
        bool isReverse,
        CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_executions.Find(executionArn)?.ReadHistory(firstEventId, count, isReverse) ?? []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_lock)
        {
            return ValueTask.FromResult(_executions.ReadPage(query));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        lock (_lock)
        {
            return ValueTask.FromResult(retention.Stream is null
                ? _executions.Trim(retention.KeepSince, retention.KeepCount, retention.BatchSize)
                : _streams.Trim(retention.Stream, retention));
        }
    }

    private static NotSupportedException Unsupported(StorageOperation operation) =>
        new($"The in-memory storage has no place for the operation '{operation.GetType().Name}'.");

    private void Check(IReadOnlyList<StorageOperation> operations, int index)
    {
        switch (operations[index])
        {
            case ExecutionCheckpoint checkpoint:
                _executions.Check(checkpoint);
                break;
            case PutRecord put:
                _records.Check(put.Kind, put.Key, put.ExpectedVersion, operations, index);
                break;
            case ExecutionDiscard discard:
                _executions.Check(discard);
                break;
            case RemoveRecord remove:
                _records.Check(remove.Kind, remove.Key, remove.ExpectedVersion, operations, index);
                break;
            case AppendEntry or UpdateEntry or RemoveEntry:
                break;
            case StorageOperation other:
                throw Unsupported(other);
        }
    }

    private void Apply(StorageOperation operation)
    {
        switch (operation)
        {
            case ExecutionCheckpoint checkpoint:
                _executions.Apply(checkpoint);
                break;
            case ExecutionDiscard discard:
                _executions.Discard(discard);
                break;
            case PutRecord put:
                _records.Put(put);
                break;
            case RemoveRecord remove:
                _records.Remove(remove);
                break;
            case AppendEntry append:
                _streams.Append(append);
                break;
            case UpdateEntry update:
                _streams.Update(update);
                break;
            case RemoveEntry remove:
                _streams.Remove(remove);
                break;
            default:
                throw Unsupported(operation);
        }
    }
}
