using System.Collections.Concurrent;
using LocalBridge.PostgreSql.Owning;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Writes batches to the database, those that wait together in one transaction and at most two round trips.</summary>
/// <remarks>
/// <para>It has no loop of its own. Whoever finds it at rest writes at once; who comes meanwhile joins the next transaction, for which the thread pool cares. So a single
/// commit costs no hop to another thread and back, and one transaction goes on at a time.</para>
/// <para>Safe for use from any thread.</para>
/// </remarks>
internal sealed class PostgreSqlWriter(NpgsqlDataSource dataSource, OwnerLease lease, string where, PostgreSqlStorageOptions options) : IThreadPoolWorkItem, IDisposable
{
    /// <summary>So many batches go into one transaction at most, so that none takes long.</summary>
    private const int MaximumGroupLength = 1024;

    private readonly ConcurrentQueue<CommitRequest> _waiting = new();
    private readonly SemaphoreSlim _places = new(options.MaximumPendingBatches); // each commit holds one until it is completed
    private readonly KnownExecutions _known = new(); // this and what follows is owned by who writes
    private readonly List<CommitRequest> _group = [];
    private bool _mustAsk; // after a proof has failed
    private int _isBusy;
    private volatile bool _isClosed;
    private long _transactions;
    private long _bytes;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => (Volatile.Read(ref _transactions), Volatile.Read(ref _bytes));

    internal async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, typeof(PostgreSqlStorage));
        if (!_places.Wait(0, CancellationToken.None))
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(PostgreSqlStorage));
            var request = new CommitRequest(batch);
            _waiting.Enqueue(request);
            if (Interlocked.Exchange(ref _isBusy, 1) == 0)
            {
                await WriteGroupAsync().ConfigureAwait(false);
                Rest();
            }

            // A commit that was taken is not given up: it would be open whether it took effect.
            await request.Task.ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Execute() => _ = WriteAndRestAsync();

    /// <summary>Ends when everything that was given to it is written.</summary>
    internal async Task CloseAsync()
    {
        _isClosed = true;
        for (int i = 0; i < options.MaximumPendingBatches; i++)
        {
            await _places.WaitAsync().ConfigureAwait(false);
        }

        _places.Release(options.MaximumPendingBatches); // who waited for one meanwhile sees that it is closed
    }

    public void Dispose() => _places.Dispose();

    private async Task WriteAndRestAsync()
    {
        await WriteGroupAsync().ConfigureAwait(false);
        Rest();
    }

    /// <summary>Leaves the next group to the thread pool, or leaves the writer at rest when nobody waits.</summary>
    private void Rest()
    {
        if (_waiting.IsEmpty)
        {
            Interlocked.Exchange(ref _isBusy, 0);
            if (_waiting.IsEmpty || Interlocked.Exchange(ref _isBusy, 1) != 0)
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task WriteGroupAsync()
    {
        while (_group.Count < MaximumGroupLength && _waiting.TryDequeue(out CommitRequest? request))
        {
            _group.Add(request);
        }

        if (_group.Count > 0)
        {
            await WriteTakenAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteTakenAsync()
    {
        Exception? failure = null;
        try
        {
            NpgsqlConnection connection = await dataSource.OpenConnectionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                while (_group.Count > 0 && !await TryWriteAsync(connection).ConfigureAwait(false))
                {
                    // Without the batch that was refused, or once more because somebody else was in the way.
                }
            }
        }
        catch (Exception exception) when (PostgreSqlFailure.IsStorageFailure(exception))
        {
            failure = PostgreSqlFailure.Explain(where, exception);
        }
        catch (Exception exception)
        {
            failure = exception; // told to everybody who waits; the loop goes on with the next group
        }

        foreach (CommitRequest request in _group)
        {
            request.Complete(failure);
        }

        _group.Clear();
    }

    /// <returns>Whether the whole group was committed; otherwise nothing was, and what is left of the group is to be tried again.</returns>
    private async Task<bool> TryWriteAsync(NpgsqlConnection connection)
    {
        try
        {
            _known.BeginGroup(lease.Epoch);
            var plan = new GroupPlan(_group, _known);
            var check = new GroupCheck(connection, lease, plan, _mustAsk);
            await check.RunAsync().ConfigureAwait(false);
            var write = new GroupWrite(connection, lease, plan, check);
            await write.RunAsync().ConfigureAwait(false);
            _known.Learn(plan);
            _mustAsk = false;
            Volatile.Write(ref _transactions, _transactions + 1);
            Volatile.Write(ref _bytes, _bytes + check.PayloadLength + write.PayloadLength);
            return true;
        }
        catch (GroupConflictException conflict)
        {
            await RollbackAsync(connection).ConfigureAwait(false);
            conflict.Request.Complete(await conflict.ExplainAsync(connection).ConfigureAwait(false));
            _group.Remove(conflict.Request);
            return false;
        }
        catch (NotSupportedException) when (_group.Count > 1)
        {
            // Whose operation it is shows when each is alone.
            CommitRequest[] requests = [.. _group];
            foreach (CommitRequest request in requests)
            {
                _group.Clear();
                _group.Add(request);
                await WriteTakenAsync().ConfigureAwait(false);
            }

            return true;
        }
        catch (PostgresException exception) when (Proof.HasFailed(exception))
        {
            // Somebody else has changed one of them, or the lease has ended: which, shows when they are looked up.
            _known.Forget();
            _mustAsk = true;
            await RollbackAsync(connection).ConfigureAwait(false);
            return false;
        }
        catch (PostgresException exception) when (PostgreSqlFailure.IsCollision(exception))
        {
            await RollbackAsync(connection).ConfigureAwait(false);
            return false;
        }
        catch (StorageFencedException)
        {
            await RollbackAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task RollbackAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand("ROLLBACK", connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
