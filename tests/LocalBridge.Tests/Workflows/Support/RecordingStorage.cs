using System.Collections.Immutable;
using LocalBridge.Storage;

namespace LocalBridge.Tests.Workflows.Support;

/// <summary>A storage that counts its commits, and fails or holds them up when told to.</summary>
internal sealed class RecordingStorage(IBridgeStorage inner) : IBridgeStorage
{
    private int _commits;

    /// <summary>Called before a commit takes effect; what it throws is the failure.</summary>
    public Func<StorageBatch, ValueTask>? BeforeCommit { get; set; }

    /// <summary>Called after a commit took effect; what it throws is the failure.</summary>
    public Action<StorageBatch>? AfterCommit { get; set; }

    public int Commits => Volatile.Read(ref _commits);

    public bool IsDurable => inner.IsDurable;

    public TimeSpan? LeaseDuration => inner.LeaseDuration;

    public async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        if (BeforeCommit is not null)
        {
            await BeforeCommit(batch);
        }

        await inner.CommitAsync(batch, cancellationToken);
        Interlocked.Increment(ref _commits);
        AfterCommit?.Invoke(batch);
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => inner.RenewLeaseAsync(cancellationToken);

    public IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync(CancellationToken cancellationToken) => inner.ClaimExecutionsAsync(cancellationToken);

    public IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, CancellationToken cancellationToken) =>
        inner.ClaimEntriesAsync(stream, cancellationToken);

    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
        inner.ReadRecordsAsync(kind, afterKey, count, cancellationToken);

    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
        inner.ReadEntriesAsync(stream, afterSequence, count, cancellationToken);

    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
        inner.ReadExecutionAsync(executionArn, cancellationToken);

    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(executionArn, firstEventId, count, isReverse, cancellationToken);

    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) =>
        inner.ReadExecutionsAsync(query, cancellationToken);

    public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken) => inner.TrimAsync(retention, cancellationToken);
}
