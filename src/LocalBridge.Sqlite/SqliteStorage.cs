using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LocalBridge.Sqlite.Reading;
using LocalBridge.Sqlite.Writing;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite;

/// <summary>Represents a storage in a SQLite file: the embedded durable one.</summary>
/// <remarks>
/// <para>Safe for use from any thread. Batches that are committed at the same time share one transaction and one sync to the disk.</para>
/// <para>One instance at a time uses a file; a second one is refused until the first was disposed or its process has ended.</para>
/// </remarks>
public sealed class SqliteStorage : IBridgeStorage, IAsyncDisposable
{
    private const int ClaimLength = 128;

    private readonly string _path;
    private readonly SqliteWriter _writer;
    private readonly SqliteReader _reader;
    private readonly HashSet<string> _claimedStreams = new(StringComparer.Ordinal); // since the owner began; locked by itself
    private FileLease? _lease;
    private long _lastClaimableExecution;
    private long _lastClaimableEntry;

    /// <summary>Initializes the storage. Nothing is opened before <see cref="OpenAsync"/>.</summary>
    /// <param name="path">The file; it is made when it does not exist, and its directory with it.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    public SqliteStorage(string path, SqliteStorageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new SqliteStorageOptions();
        options.Validate();
        _path = Path.GetFullPath(path);
        _writer = new SqliteWriter(_path, options);
        _reader = new SqliteReader(_path, options);
    }

    /// <inheritdoc/>
    public bool IsDurable => true;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => _writer.Written;

    /// <inheritdoc/>
    public TimeSpan? LeaseDuration => null;

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_lease is null)
        {
            CreateDirectory();
            _lease = FileLease.Take(_path);
        }

        (_lastClaimableExecution, _lastClaimableEntry) = await _writer.OpenAsync().ConfigureAwait(false);
        lock (_claimedStreams)
        {
            _claimedStreams.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_lease is null)
        {
            throw new InvalidOperationException("The storage is not open. Call OpenAsync first.");
        }

        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : _writer.CommitAsync(batch, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OpenExecution> ClaimExecutionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        long last = Interlocked.Exchange(ref _lastClaimableExecution, 0);
        for (long after = 0; after < last;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (List<OpenExecution> page, after) = _reader.Read((database, _) => ExecutionReader.ReadOpen(database, after, last, ClaimLength));
            foreach (OpenExecution execution in page)
            {
                yield return execution;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEntry> ClaimEntriesAsync(string stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        ArgumentException.ThrowIfNullOrEmpty(stream);
        if (!TryClaim(stream))
        {
            yield break;
        }

        long last = _lastClaimableEntry;
        ImmutableArray<StoredEntry> page;
        long after = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = _reader.Read((database, names) => RecordReader.ReadEntries(database, names, stream, after, last, ClaimLength));
            foreach (StoredEntry entry in page)
            {
                after = entry.Sequence;
                yield return entry;
            }
        }
        while (page.Length == ClaimLength);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredRecord>> ReadRecordsAsync(string kind, string? afterKey, int count, CancellationToken cancellationToken) =>
        ReadAsync(default, (database, _) => RecordReader.ReadRecords(database, kind, afterKey, count), cancellationToken); // always in their table

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredEntry>> ReadEntriesAsync(string stream, long afterSequence, int count, CancellationToken cancellationToken) =>
        ReadAsync(_writer.FoldAsync(), (database, names) => RecordReader.ReadEntries(database, names, stream, afterSequence, long.MaxValue, count), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecution?> ReadExecutionAsync(string executionArn, CancellationToken cancellationToken) =>
        ReadAsync(_writer.FoldAsync(executionArn), (database, _) => ExecutionReader.Read(database, executionArn), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        string executionArn,
        long firstEventId,
        int count,
        bool isReverse,
        CancellationToken cancellationToken) =>
        ReadAsync(_writer.FoldAsync(executionArn), (database, _) => ExecutionReader.ReadHistory(database, executionArn, firstEventId, count, isReverse), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredExecutionPage> ReadExecutionsAsync(ExecutionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(_writer.FoldAsync(), (database, names) => ExecutionReader.ReadPage(database, names, query), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TrimAsync(StorageRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        cancellationToken.ThrowIfCancellationRequested();
        return await _writer.RunInTransactionAsync(database => Trimmer.Trim(database, retention)).ConfigureAwait(false);
    }

    /// <summary>Writes a copy of the file, as of one moment, while the bridge goes on.</summary>
    /// <param name="path">The copy; it must not exist.</param>
    /// <param name="cancellationToken">Cancels the call before it begins.</param>
    /// <exception cref="IOException">The copy exists already.</exception>
    public async Task BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        if (File.Exists(path))
        {
            throw new IOException($"The backup '{path}' exists already. Name a file that does not.");
        }

        await _writer.FoldAsync().ConfigureAwait(false);
        await Task.Run(() => _reader.Read((database, _) =>
        {
            using var statement = new SqliteStatement(database.Handle, "VACUUM INTO ?1");
            statement.Bind(1, Path.GetFullPath(path)).Run();
            return true;
        }), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the file when everything that was given to it is written.</summary>
    public async ValueTask DisposeAsync()
    {
        FileLease? lease = Interlocked.Exchange(ref _lease, null);
        if (lease is null)
        {
            return;
        }

        await _writer.CloseAsync().ConfigureAwait(false);
        _reader.Dispose();
        _writer.Dispose();
        lease.Dispose();
    }

    /// <summary>Lets the next commit find a file that it may not write to; for tests, since a super-user may write to all.</summary>
    internal Task MakeReadOnlyAsync() => _writer.RunAsync(() =>
    {
        _writer.Database.Run("PRAGMA query_only=ON");
        return true;
    });

    private void CreateDirectory()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"The directory of the SQLite file '{_path}' does not exist and cannot be made: {exception.Message} Make it, or name another file.", exception);
        }
    }

    private bool TryClaim(string stream)
    {
        lock (_claimedStreams)
        {
            return _claimedStreams.Add(stream);
        }
    }

    private async ValueTask<T> ReadAsync<T>(ValueTask fold, Func<SqliteDatabase, NameTable, T> read, CancellationToken cancellationToken)
    {
        await fold.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return _reader.Read(read);
    }
}
