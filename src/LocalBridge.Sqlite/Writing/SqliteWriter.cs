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
    private readonly ConcurrentQueue<CommitRequest> _requests = new(); // to be used again
    private readonly SemaphoreSlim _places = new(options.MaximumPendingBatches);
    private readonly List<CommitRequest> _group = [];
    private readonly WriterConnection _connection = new(path, options); // owned by who writes
    private Func<SqliteDatabase, Journal, bool>? _takeGroup; // made once
    private int _isBusy;
    private bool _isDisposed; // owned by who writes
    private bool _isPending = true;
    private long _transactions;
    private long _bytes;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => (Volatile.Read(ref _transactions), Volatile.Read(ref _bytes));

    /// <summary>Gets the connection; for work that has its turn.</summary>
    internal SqliteDatabase Database => _connection.Open();

    /// <summary>Opens the file, upgrades it, and begins the time of a new owner.</summary>
    /// <returns>The last execution and the last entry that can be claimed.</returns>
    internal Task<(long LastExecution, long LastEntry)> OpenAsync() => RunAsync(() =>
    {
        SqliteSchema.Upgrade(_connection.Open(), path);
        long lastExecution = _connection.BeginOwner(static database => database.RunScalar("SELECT max(id) FROM execution") ?? 0);
        return (lastExecution, _connection.LastSequence);
    });

    /// <summary>Brings everything that was committed into the tables, where it can be read.</summary>
    internal ValueTask FoldAsync() => Volatile.Read(ref _isPending) ? new ValueTask(RunAsync(Fold)) : ValueTask.CompletedTask;

    /// <summary>Brings everything that was committed of an execution into the tables.</summary>
    internal ValueTask FoldAsync(string executionArn) => _connection.MayLack(executionArn) ? FoldAsync() : ValueTask.CompletedTask;

    internal async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        if (!_places.Wait(0, CancellationToken.None))
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        CommitRequest request = _requests.TryDequeue(out CommitRequest? used) ? used : new CommitRequest();
        try
        {
            request.Fill(batch);
            _waiting.Enqueue(request);
            Begin(mayRunHere: true);

            // A commit that was taken is not given up: it would be open whether it took effect.
            await request.Task.ConfigureAwait(false);
        }
        finally
        {
            if (request.TryReset())
            {
                _requests.Enqueue(request);
            }

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
                completion.SetException(SqliteFailure.Explain(path, exception));
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
            finally
            {
                Volatile.Write(ref _isPending, _connection.IsPending);
            }
        });
        Begin(mayRunHere: false);
        return completion.Task;
    }

    /// <summary>Runs something on the tables, in a transaction, when it is its turn.</summary>
    internal Task<T> RunInTransactionAsync<T>(Func<SqliteDatabase, T> work) => RunAsync(() => _connection.Run((database, journal) =>
    {
        journal.Fold();
        return work(database);
    }));

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
        Close();
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
            _connection.Run(_takeGroup ??= TakeGroup);
            Volatile.Write(ref _transactions, _transactions + 1);
            return null;
        }
        catch (SqliteException exception)
        {
            return SqliteFailure.Explain(path, exception);
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            Volatile.Write(ref _isPending, _connection.IsPending);
        }
    }

    private bool TakeGroup(SqliteDatabase database, Journal journal)
    {
        foreach (CommitRequest request in _group)
        {
            try
            {
                journal.Take(request);
            }
            catch (Exception exception) when (exception is StorageConflictException or NotSupportedException)
            {
                request.Failure = exception; // the others of the group go on
            }
        }

        journal.Write();
        return true;
    }

    private bool Fold()
    {
        try
        {
            if (_connection.IsPending)
            {
                _connection.Fold();
            }
        }
        catch (StorageFencedException)
        {
            // The owner after this one has folded what this one had committed.
        }

        return true;
    }

    private void Close()
    {
        try
        {
            _connection.Fold();
        }
        catch (Exception exception) when (exception is SqliteException or StorageFencedException)
        {
            // Nothing is lost: who opens the file next finds it in the journal.
        }

        _isDisposed = true;
        _connection.Close();
    }
}
