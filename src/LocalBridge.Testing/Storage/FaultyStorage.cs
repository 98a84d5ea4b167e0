using System.Collections.Immutable;
using LocalBridge.Storage;

namespace LocalBridge.Testing.Storage;

/// <summary>Stands before a storage and lets its commits fail: before they take effect, after it, or in the middle of the batch as far as a caller can tell.</summary>
/// <remarks>Safe for use from any thread.</remarks>
/// <param name="inner">The storage behind it. It is disposed with this one.</param>
/// <param name="decide">Says what happens to a commit; called once for each, from any thread.</param>
public sealed class FaultyStorage(IBridgeStorage inner, Func<StorageBatch, StorageFault> decide) : IBridgeStorage, IAsyncDisposable
{
    /// <inheritdoc/>
    public bool IsDurable => inner.IsDurable;

    /// <inheritdoc/>
    public TimeSpan? LeaseDuration => inner.LeaseDuration;

    /// <inheritdoc/>
    public async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        StorageFault fault = decide(batch);
        if (fault == StorageFault.BeforeCommit)
        {
            throw Failure("before");
        }

        if (fault == StorageFault.HalfCommitted)
        {
            // What a store may not do to its file, but a broken connection does to a caller: it has no answer, and only a repetition brings all of it about.
            await Task.Yield();
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync().ConfigureAwait(false);
            try
            {
                await inner.CommitAsync(batch, cancelled.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // It was given up in time; otherwise it took effect.
            }

            throw Failure("in the middle of");
        }

        await inner.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (fault == StorageFault.AfterCommit)
        {
            throw Failure("after");
        }
    }

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => inner.RenewLeaseAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync(CancellationToken cancellationToken) => inner.ClaimExecutionsAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, CancellationToken cancellationToken) =>
        inner.ClaimEntriesAsync(stream, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
        inner.ReadRecordsAsync(kind, afterKey, count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
        inner.ReadEntriesAsync(stream, afterSequence, count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
        inner.ReadExecutionAsync(executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(executionArn, firstEventId, count, isReverse, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) =>
        inner.ReadExecutionsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken) => inner.TrimAsync(retention, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static StorageUnavailableException Failure(string when) => new($"A fault was injected {when} the commit.");
}
