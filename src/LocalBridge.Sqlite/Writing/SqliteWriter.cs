using System.Collections.Concurrent;
using LocalBridge.Sqlite.Schema;
using LocalBridge.Storage;
using Microsoft.Data.Sqlite;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes batches to the file, those that wait together in one transaction with one sync.</summary>
/// <remarks>
/// <para>It has no thread of its own. Whoever finds it at rest writes at once, on his own thread; who comes meanwhile joins the next transaction, which a thread of the
/// pool writes. So a single commit costs no hop, many share a sync, and at most one thread waits for the disk.</para>
/// <para>Safe for use from any thread.</para>
/// </remarks>
internal sealed class SqliteWriter(string path, SqliteStorageOptions options) : IThreadPoolWorkItem, IDisposable
{
    /// <summary>So much goes into one transaction, so that none takes long.</summary>
    private const long MaximumGroupLength = 16 << 20;

    private readonly ConcurrentQueue<Action> _turns = new(); // what needs the connection for itself
    private readonly ConcurrentQueue<CommitRequest> _waiting = new();
    private readonly SemaphoreSlim _places = new(options.MaximumPendingBatches);
    private readonly List<CommitRequest> _group = [];
    private int _isBusy;
    private bool _isDisposed; // owned by who writes
    private SqliteDatabase? _database;
    private BatchWriter? _batches;
    private SequenceNumbers? _sequences;
    private long _epoch;
    private long _transactions;
    private long _bytes;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => (Volatile.Read(ref _transactions), Volatile.Read(ref _bytes));

    /// <summary>Gets the connection; for work that has its turn.</summary>
    internal SqliteDatabase Database => Connect();

    internal string Owner => $"{path}#{_epoch}";

    /// <summary>Opens the file, upgrades it, and begins the time of a new owner.</summary>
    /// <returns>The last execution and the last entry that can be claimed.</returns>
    internal Task<(long LastExecution, long LastEntry)> OpenAsync() => RunAsync(() =>
    {
        Connect();
        SqliteSchema.Upgrade(_database!, path);
        _database!.Run("BEGIN IMMEDIATE");
        try
        {
            _database.Run("UPDATE owner SET epoch = epoch + 1");
            _epoch = _database.RunScalar("SELECT epoch FROM owner") ?? 0;
            _sequences!.Begin();
            long lastExecution = _database.RunScalar("SELECT max(id) FROM execution") ?? 0;
            _database.Run("COMMIT");
            return (lastExecution, _sequences.Last);
        }
        catch
        {
            Rollback();
            throw;
        }
    });

    internal async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        if (!_places.Wait(0, CancellationToken.None))
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var request = new CommitRequest(batch);
            _waiting.Enqueue(request);
            Begin(mayRunHere: true);

            // A commit that was taken is not given up: it would be open whether it took effect.
            await request.Task.ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Runs something on the connection when it is its turn.</summary>
    internal Task<T> RunAsync<T>(Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _turns.Enqueue(() =>
        {
            try
            {
                ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteStorage));
                completion.SetResult(work());
            }
            catch (SqliteException exception)
            {
                OnFailed(exception);
                completion.SetException(SqliteFailure.Explain(path, exception));
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        });
        Begin(mayRunHere: false);
        return completion.Task;
    }

    /// <summary>Runs something in a transaction when it is its turn.</summary>
    internal Task<T> RunInTransactionAsync<T>(Func<SqliteDatabase, T> work) => RunAsync(() =>
    {
        SqliteDatabase database = Connect();
        database.Run("BEGIN IMMEDIATE");
        try
        {
            CheckOwner(database);
            T result = work(database);
            database.Run("COMMIT");
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
    });

    public void Execute()
    {
        while (true)
        {
            while (_turns.TryDequeue(out Action? turn))
            {
                turn();
            }

            WriteGroup();
            if (_waiting.IsEmpty && _turns.IsEmpty)
            {
                Interlocked.Exchange(ref _isBusy, 0);
                if ((_waiting.IsEmpty && _turns.IsEmpty) || Interlocked.Exchange(ref _isBusy, 1) != 0)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Closes the file when everything that waits is written.</summary>
    internal Task CloseAsync() => RunAsync(() =>
    {
        WriteAll();
        _isDisposed = true;
        Disconnect();
        return true;
    });

    public void Dispose() => _places.Dispose();

    private void Begin(bool mayRunHere)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            return;
        }

        if (!mayRunHere || SynchronizationContext.Current is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        WriteGroup();

        // The others' batches are not this thread's to write.
        Interlocked.Exchange(ref _isBusy, 0);
        if (!(_waiting.IsEmpty && _turns.IsEmpty) && Interlocked.Exchange(ref _isBusy, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void WriteAll()
    {
        while (!_waiting.IsEmpty)
        {
            WriteGroup();
        }
    }

    private void WriteGroup()
    {
        long length = 0;
        while (length < MaximumGroupLength && _waiting.TryDequeue(out CommitRequest? request))
        {
            _group.Add(request);
            length += request.Length;
        }

        if (_group.Count == 0)
        {
            return;
        }

        Exception? failure = TryWrite();
        Volatile.Write(ref _bytes, _bytes + length);
        foreach (CommitRequest request in _group)
        {
            request.Complete(request.Failure ?? failure);
        }

        _group.Clear();
    }

    /// <returns>Why nothing of the group was committed, or perhaps was; null when it was.</returns>
    private Exception? TryWrite()
    {
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteStorage));
            SqliteDatabase database = Connect();
            database.Prepare("BEGIN IMMEDIATE").Run();
            try
            {
                CheckOwner(database);
                foreach (CommitRequest request in _group)
                {
                    Write(database, request);
                }

                database.Prepare("COMMIT").Run();
                Volatile.Write(ref _transactions, _transactions + 1);
                return null;
            }
            catch
            {
                Rollback();
                throw;
            }
        }
        catch (SqliteException exception)
        {
            OnFailed(exception);
            return SqliteFailure.Explain(path, exception);
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Writes one batch so that it can be taken back without the others of the group.</summary>
    private void Write(SqliteDatabase database, CommitRequest request)
    {
        if (_group.Count == 1)
        {
            _batches!.Write(request); // taken back with the whole transaction
            return;
        }

        database.Prepare("SAVEPOINT batch").Run();
        try
        {
            _batches!.Write(request);
        }
        catch (Exception exception) when (exception is StorageConflictException or NotSupportedException)
        {
            request.Failure = exception;
            database.Prepare("ROLLBACK TO batch").Run();
            _batches!.OnRolledBack();
            _sequences!.OnRolledBack();
        }

        database.Prepare("RELEASE batch").Run();
    }

    private void CheckOwner(SqliteDatabase database)
    {
        if (database.Prepare("SELECT epoch FROM owner").RunScalar() != _epoch)
        {
            throw new StorageFencedException(Owner);
        }
    }

    private SqliteDatabase Connect()
    {
        if (_database is not null)
        {
            return _database;
        }

        SqliteDatabase database = SqliteDatabase.Open(path, options, isWriter: true);
        try
        {
            database.Run("PRAGMA journal_mode=WAL");
            database.Run(options.Durability == SqliteDurability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            database.Run("PRAGMA wal_autocheckpoint=4000");
            database.Run("PRAGMA cache_size=-16384");
            if (options.MaximumPageCount is long pages)
            {
                database.Run($"PRAGMA max_page_count={pages}");
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }

        var sequences = new SequenceNumbers(database);
        if (_sequences is not null)
        {
            sequences.Begin(); // opened anew after a failure
        }

        _sequences = sequences;
        _batches = new BatchWriter(database, sequences);
        return _database = database;
    }

    private void Rollback()
    {
        _batches?.OnRolledBack();
        _sequences?.OnRolledBack();
        try
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(_database!.Handle) == 0)
            {
                _database.Run("ROLLBACK"); // SQLite itself rolls back after some failures
            }
        }
        catch (SqliteException)
        {
            // The failure that led here is the one to tell; the file is sound, because the transaction never becomes part of it.
            Disconnect();
        }
    }

    private void OnFailed(SqliteException exception)
    {
        if (SqliteFailure.IsFatal(exception))
        {
            Disconnect();
        }
    }

    private void Disconnect()
    {
        _database?.Dispose();
        _database = null;
        _batches = null;
    }
}
