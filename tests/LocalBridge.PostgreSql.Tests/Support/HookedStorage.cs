using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Tests.Support;

/// <summary>Lets a test do something at a moment of a bridge's start.</summary>
internal sealed class HookedStorage(PostgreSqlStorage storage) : IBridgeStorage, IAsyncDisposable
{
    /// <summary>Gets or sets what is done before the open executions are claimed.</summary>
    internal Func<Task> BeforeClaim { get; set; } = static () => Task.CompletedTask;

    /// <summary>Gets or sets what is done before a batch is committed.</summary>
    internal Func<Task> BeforeCommit { get; set; } = static () => Task.CompletedTask;

    public bool IsDurable => storage.IsDurable;

    public TimeSpan? LeaseDuration => storage.LeaseDuration;

    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => storage.RenewLeaseAsync(cancellationToken);

    public async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        await BeforeCommit();
        await storage.CommitAsync(batch, cancellationToken);
    }

    public async IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeClaim();
        await foreach (OpenExecution execution in storage.ClaimExecutionsAsync(cancellationToken))
        {
            yield return execution;
        }
    }

    public IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, CancellationToken cancellationToken) => storage.ClaimEntriesAsync(stream, cancellationToken);

    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
        storage.ReadRecordsAsync(kind, afterKey, count, cancellationToken);

    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
        storage.ReadEntriesAsync(stream, afterSequence, count, cancellationToken);

    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) => storage.ReadExecutionAsync(executionArn, cancellationToken);

    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken) =>
        storage.ReadHistoryAsync(executionArn, firstEventId, count, isReverse, cancellationToken);

    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) => storage.ReadExecutionsAsync(query, cancellationToken);

    public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken) => storage.TrimAsync(retention, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
