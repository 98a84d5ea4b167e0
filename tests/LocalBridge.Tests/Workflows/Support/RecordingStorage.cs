using System.Collections.Immutable;
using LocalBridge.StatesLanguage.History;
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

    public ValueTask<ImmutableArray<StateMachineRecord>> ReadStateMachinesAsync(CancellationToken cancellationToken) =>
        inner.ReadStateMachinesAsync(cancellationToken);

    public IAsyncEnumerable<OpenExecution> ReadOpenExecutionsAsync(CancellationToken cancellationToken) =>
        inner.ReadOpenExecutionsAsync(cancellationToken);

    public ValueTask<ExecutionRecord?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
        inner.ReadExecutionAsync(executionArn, cancellationToken);

    public ValueTask<ImmutableArray<HistoryEvent>> ReadHistoryAsync(
        string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken) =>
        inner.ReadHistoryAsync(executionArn, firstEventId, count, isReverse, cancellationToken);

    public ValueTask<ExecutionRecordPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken) =>
        inner.ReadExecutionsAsync(query, cancellationToken);
}
