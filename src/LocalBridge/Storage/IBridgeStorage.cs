using System.Collections.Immutable;
using LocalBridge.StatesLanguage.History;

namespace LocalBridge.Storage;

/// <summary>Represents where a bridge keeps what must not be lost: the one seam between the runtime and a store.</summary>
/// <remarks>
/// <para>Implementations are safe for use from any thread; several commits may be under way at once.</para>
/// <para>Commit protocol: the runtime lets nothing leave the process, neither a task nor an answer, before the batch that
/// says so is committed. After a commit that failed, it is open whether the batch took effect; the runtime commits the same batch again.</para>
/// </remarks>
public interface IBridgeStorage
{
    /// <summary>Gets whether what is committed outlives the process.</summary>
    bool IsDurable { get; }

    /// <summary>Commits a batch: all of it or nothing, in its order.</summary>
    /// <param name="batch">The operations. The batch and everything it refers to are valid only until the returned task completes.</param>
    /// <param name="cancellationToken">Gives the commit up; whether it took effect is then open.</param>
    /// <exception cref="StorageConflictException">An operation expected another version than the stored one. Nothing was committed.</exception>
    ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken);

    /// <summary>Reads the current revision of every state machine, oldest state machine first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ImmutableArray<StateMachineRecord>> ReadStateMachinesAsync(CancellationToken cancellationToken);

    /// <summary>Reads every execution that has not ended, with what it waits for, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<OpenExecution> ReadOpenExecutionsAsync(CancellationToken cancellationToken);

    /// <summary>Reads what is known about one execution.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The execution, or <see langword="null"/> when there is none.</returns>
    ValueTask<ExecutionRecord?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken);

    /// <summary>Reads history events of one execution. Their ids have no gap, so that an id and a count name a page.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="firstEventId">The id of the first event wanted; one that lies beyond the end stands for the end.</param>
    /// <param name="count">How many events are wanted at most.</param>
    /// <param name="isReverse">Whether to go to lower ids, not to higher ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The events in the order asked for; empty when the execution does not exist or has no such events.</returns>
    ValueTask<ImmutableArray<HistoryEvent>> ReadHistoryAsync(
        string executionArn,
        long firstEventId,
        int count,
        bool isReverse,
        CancellationToken cancellationToken);

    /// <summary>Reads a page of the executions of a state machine, newest first. Executions that start while somebody pages do not shift the pages.</summary>
    /// <param name="query">Which executions are wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="FormatException">The token of the query is none of this store.</exception>
    ValueTask<ExecutionRecordPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken);
}
