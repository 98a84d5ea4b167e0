using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.Storage;

/// <summary>Represents the storage that lives in the process and dies with it: the default.</summary>
/// <remarks>
/// <para>Safe for use from any thread. Every commit and read is one short critical section.</para>
/// <para>Bounded: open executions are kept as long as they run, closed ones as <see cref="InMemoryStorageOptions"/> say.</para>
/// <para>It keeps the interpreter's state of an open execution by reference. It can be handed to a second bridge only after the first was
/// disposed.</para>
/// </remarks>
public sealed class InMemoryStorage : IBridgeStorage
{
    private readonly Lock _lock = new(); // guards all collections below
    private readonly InMemoryStateMachines _stateMachines = new();
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
    public ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<StorageOperation> operations = batch.Operations;
        lock (_lock)
        {
            // Two passes, because a batch takes effect as a whole or not at all.
            for (int i = 0; i < operations.Count; i++)
            {
                Check(operations, i);
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
    public ValueTask<ImmutableArray<StateMachineRecord>> ReadStateMachinesAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_stateMachines.Read());
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OpenExecution> ReadOpenExecutionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImmutableArray<OpenExecution> open;
        lock (_lock)
        {
            open = _executions.ReadOpen();
        }

        foreach (OpenExecution execution in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return execution;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionRecord?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_executions.Find(executionArn)?.Execution);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HistoryEvent>> ReadHistoryAsync(
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
    public ValueTask<ExecutionRecordPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_lock)
        {
            return ValueTask.FromResult(_executions.ReadPage(query));
        }
    }

    private static NotSupportedException Unsupported(StorageOperation operation) =>
        new($"The in-memory storage has no place for the operation '{operation.GetType().Name}'.");

    private void Check(IReadOnlyList<StorageOperation> operations, int index)
    {
        switch (operations[index])
        {
            case ExecutionCheckpoint checkpoint:
                _executions.Check(checkpoint, operations, index);
                break;
            case PutStateMachine put:
                _stateMachines.Check(put);
                break;
            case RemoveStateMachine or ExecutionDiscard:
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
            case PutStateMachine put:
                _stateMachines.Put(put.StateMachine);
                break;
            case RemoveStateMachine remove:
                _stateMachines.Remove(remove.StateMachineArn);
                break;
            default:
                throw Unsupported(operation);
        }
    }
}
