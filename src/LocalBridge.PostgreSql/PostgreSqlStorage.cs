using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LocalBridge.PostgreSql.Owning;
using LocalBridge.PostgreSql.Reading;
using LocalBridge.PostgreSql.Schema;
using LocalBridge.PostgreSql.Writing;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql;

/// <summary>Represents a storage in a PostgreSQL database that several processes may share.</summary>
/// <remarks>
/// <para>Safe for use from any thread. Batches that are committed at the same time share one transaction.</para>
/// <para>Each instance is an owner with a lease. What belongs to an owner that has ended or whose lease has ended can be claimed by another one; the owner itself
/// commits nothing any more after that.</para>
/// </remarks>
public sealed class PostgreSqlStorage : IBridgeStorage, IStorageMessenger, IAsyncDisposable
{
    private const int DefaultPoolSize = 20;

    private readonly PostgreSqlStorageOptions _options;
    private readonly string _where;
    private readonly NpgsqlDataSource _dataSource;
    private readonly OwnerLease _lease;
    private readonly Claims _claims;
    private readonly Messages _messages;
    private readonly PostgreSqlWriter _writer;
    private bool _isOpen;
    private int _isDisposed;

    /// <summary>Initializes the storage. Nothing is opened before <see cref="OpenAsync"/>.</summary>
    /// <param name="connectionString">The connection string of Npgsql. <c>Maximum Pool Size</c> is 20 where it says nothing, so that several processes share a server.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    public PostgreSqlStorage(string connectionString, PostgreSqlStorageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        _options = options ?? new PostgreSqlStorageOptions();
        _options.Validate();
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.ConnectionStringBuilder.SearchPath = _options.Schema;
        builder.ConnectionStringBuilder.NoResetOnClose = true; // nothing here outlives its transaction
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
        {
            builder.ConnectionStringBuilder.MaxAutoPrepare = 64;
            builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        }

        // Npgsql's 100 is all that a server allows by default, and several processes share it.
        if (!builder.ConnectionStringBuilder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.ConnectionStringBuilder.MaxPoolSize = DefaultPoolSize;
        }

        _where = $"'{builder.ConnectionStringBuilder.Database}' on '{builder.ConnectionStringBuilder.Host}'";
        _dataSource = builder.Build();
        _lease = new OwnerLease(_dataSource, _options.LeaseDuration);
        _claims = new Claims(_dataSource, _lease);
        _messages = new Messages(_dataSource, _lease, _options.Schema, _options.LeaseDuration);
        _writer = new PostgreSqlWriter(_dataSource, _lease, _where, _options);
    }

    /// <inheritdoc/>
    public bool IsDurable => true;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => _writer.Written;

    /// <inheritdoc/>
    public TimeSpan? LeaseDuration => _options.LeaseDuration;

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await AskAsync(
            async connection =>
            {
                await PostgreSqlSchema.UpgradeAsync(connection, _options.Schema, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        await GuardAsync(() => _lease.BeginAsync(cancellationToken)).ConfigureAwait(false);
        _isOpen = true;
    }

    /// <inheritdoc/>
    public async ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => await GuardAsync(() => _lease.RenewAsync(cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _isOpen
            ? _writer.CommitAsync(batch, cancellationToken)
            : throw new InvalidOperationException("The storage is not open. Call OpenAsync first.");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await GuardAsync(() => _lease.RemoveDeadAsync(cancellationToken)).ConfigureAwait(false);
        long after = 0;
        List<OpenExecution> page;
        do
        {
            (page, after) = await GuardAsync(() => _claims.ClaimExecutionsAsync(after, cancellationToken)).ConfigureAwait(false);
            foreach (OpenExecution execution in page)
            {
                yield return execution;
            }
        }
        while (page.Count > 0);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        await GuardAsync(() => _lease.RemoveDeadAsync(cancellationToken)).ConfigureAwait(false);
        long after = 0;
        ImmutableArray<StoredEntry> page;
        do
        {
            page = await GuardAsync(() => _claims.ClaimEntriesAsync(stream, after, cancellationToken)).ConfigureAwait(false);
            foreach (StoredEntry entry in page)
            {
                after = entry.Sequence;
                yield return entry;
            }
        }
        while (page.Length > 0);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
        AskAsync(connection => RecordReader.ReadRecordsAsync(connection, kind, afterKey, count, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
        AskAsync(connection => RecordReader.ReadEntriesAsync(connection, stream, afterSequence, count, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
        AskAsync(connection => ExecutionReader.ReadAsync(connection, executionArn, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn,
        long firstEventId,
        int count,
        bool isReverse,
        CancellationToken cancellationToken) =>
        AskAsync(connection => ExecutionReader.ReadHistoryAsync(connection, executionArn, firstEventId, count, isReverse, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return AskAsync(connection => ExecutionReader.ReadPageAsync(connection, query, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return AskAsync(connection => Trimmer.TrimAsync(connection, retention, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<StorageMessageOutcome> SendToOwnerOfAsync(string executionArn, StoragePayload body, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(executionArn);
        return await GuardAsync(() => _messages.SendToOwnerOfAsync(executionArn, body.ToBytes(), cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(long owner, StoragePayload body, CancellationToken cancellationToken) =>
        await GuardAsync(() => _messages.SendAsync(owner, body.ToBytes(), cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask SendToOthersAsync(StoragePayload body, CancellationToken cancellationToken) =>
        await GuardAsync(() => _messages.SendToOthersAsync(body.ToBytes(), cancellationToken)).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StorageMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<StorageMessage> messages = _messages.ReceiveAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (messages.ConfigureAwait(false))
        {
            while (await GuardAsync(() => messages.MoveNextAsync().AsTask()).ConfigureAwait(false))
            {
                yield return messages.Current;
            }
        }
    }

    /// <summary>Commits what was given to it, ends its lease, so that others can take over at once, and closes its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _writer.CloseAsync().ConfigureAwait(false);
        try
        {
            await _lease.EndAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgreSqlFailure.IsStorageFailure(exception))
        {
            // The lease ends by itself, later.
        }

        await _dataSource.DisposeAsync().ConfigureAwait(false);
        _writer.Dispose();
    }

    private ValueTask<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken) => new(GuardAsync(async () =>
    {
        NpgsqlConnection connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await ask(connection).ConfigureAwait(false);
        }
    }));

    private async Task GuardAsync(Func<Task> ask) => await GuardAsync(async () =>
    {
        await ask().ConfigureAwait(false);
        return true;
    }).ConfigureAwait(false);

    private async Task<T> GuardAsync<T>(Func<Task<T>> ask)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgreSqlFailure.IsStorageFailure(exception))
        {
            throw PostgreSqlFailure.Explain(_where, exception);
        }
    }
}
