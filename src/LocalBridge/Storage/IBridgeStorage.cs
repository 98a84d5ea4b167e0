using System.Collections.Immutable;

namespace LocalBridge.Storage;

/// <summary>Represents where a bridge keeps what must not be lost: the one seam between the runtime and a store.</summary>
/// <remarks>
/// <para>A store knows three families of things and nothing of what they mean: <b>records</b> (definitions: one value under a kind and a key, with a
/// version), <b>executions</b> (a row with a version, an append-only history, and parts that come and go), and <b>entries</b> of streams (ordered by
/// their acceptance: pending deliveries, dead letters, archived events, messages). Whatever stands inside is a <see cref="StoragePayload"/>.</para>
/// <para>Implementations are safe for use from any thread; several commits may be under way at once.</para>
/// <para>Commit protocol: the runtime lets nothing leave the process, neither a task nor an answer, before the batch that
/// says so is committed. After a commit that failed, it is open whether the batch took effect; the runtime commits the same batch again.</para>
/// <para>Fencing: an instance works for one owner. Open executions and entries belong to the owner that made or claimed them; what belongs to
/// another live owner can be read and not changed. An owner that has lost its lease changes nothing any more.</para>
/// </remarks>
public interface IBridgeStorage
{
    /// <summary>Gets whether what is committed outlives the process.</summary>
    bool IsDurable { get; }

    /// <summary>Gets how long the owner lives without <see cref="RenewLeaseAsync"/>; <see langword="null"/> when nobody else can open the same data
    /// meanwhile, so that nothing has to be renewed and nothing appears that is to be claimed.</summary>
    TimeSpan? LeaseDuration { get; }

    /// <summary>Prepares the store before anything else is asked of it: creates or upgrades what it needs, and begins the time of a new owner.
    /// Called again after a lost lease.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageFormatException">The data was written by a newer version of the store, or is something else.</exception>
    /// <exception cref="StorageUnavailableException">The data cannot be opened; another process may be using it.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>Extends the life of the owner by <see cref="LeaseDuration"/>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageFencedException">It had ended.</exception>
    ValueTask RenewLeaseAsync(CancellationToken cancellationToken);

    /// <summary>Commits a batch: all of it or nothing, in its order.</summary>
    /// <param name="batch">The operations. The batch and everything it refers to are valid only until the returned task completes.</param>
    /// <param name="cancellationToken">Gives the commit up; whether it took effect is then open.</param>
    /// <exception cref="StorageConflictException">An operation expected another version than the stored one, or what it is about belongs to another
    /// owner. Nothing was committed.</exception>
    /// <exception cref="StorageFencedException">The lease of the owner has ended. Nothing was committed.</exception>
    ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken);

    /// <summary>Claims and reads the executions that have not ended and belong to no live owner, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync(CancellationToken cancellationToken);

    /// <summary>Claims and reads the entries of a stream that belong to no live owner, in their order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Reads records of a kind by rising key (ordinal).</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="afterKey">The key behind which to begin; <see langword="null"/> for the first.</param>
    /// <param name="count">How many are wanted at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken);

    /// <summary>Reads entries of a stream in their order, whoever they belong to.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterSequence">The sequence number behind which to begin; 0 for the first.</param>
    /// <param name="count">How many are wanted at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken);

    /// <summary>Reads what is known about one execution.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The execution, or <see langword="null"/> when there is none.</returns>
    ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken);

    /// <summary>Reads the pieces of the history of one execution that hold the wanted events.</summary>
    /// <param name="executionArn">The ARN of the execution.</param>
    /// <param name="firstEventId">The id of the first event wanted; one that lies beyond the end stands for the end.</param>
    /// <param name="count">How many events are wanted at most; what the pieces hold beyond that is cut off by the caller.</param>
    /// <param name="isReverse">Whether to go to lower ids, not to higher ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The pieces, by rising id, or by falling id when asked for in reverse; empty when there are no such events.</returns>
    ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn,
        long firstEventId,
        int count,
        bool isReverse,
        CancellationToken cancellationToken);

    /// <summary>Reads a page of the executions of a state machine, newest first. Executions that start while somebody pages do not shift the pages.</summary>
    /// <param name="query">Which executions are wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="FormatException">The token of the query is none of this store.</exception>
    ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken);

    /// <summary>Removes what is older than wanted, at most so much that nobody has to wait long for it.</summary>
    /// <param name="retention">What is to be kept.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there is more to remove: the caller calls again.</returns>
    ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken);
}
