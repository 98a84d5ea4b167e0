using System.Threading.Channels;
using LocalBridge.PostgreSql.Owning;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Writes batches to the database, those that wait together in one transaction and at most two round trips.</summary>
/// <remarks>One loop; safe for use from any thread.</remarks>
internal sealed class PostgreSqlWriter(NpgsqlDataSource dataSource, OwnerLease lease, string where, PostgreSqlStorageOptions options)
{
    /// <summary>So many batches go into one transaction at most, so that none takes long.</summary>
    private const int MaximumGroupLength = 1024;

    private readonly Channel<CommitRequest> _waiting = Channel.CreateBounded<CommitRequest>(new BoundedChannelOptions(options.MaximumPendingBatches)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
        SingleWriter = false,
    });

    private readonly KnownExecutions _known = new();
    private readonly List<CommitRequest> _group = [];
    private bool _mustAsk; // after a proof has failed
    private Task? _loop;
    private long _transactions;
    private long _bytes;

    /// <summary>Gets how many transactions were committed, and how many bytes of payload they held.</summary>
    internal (long Transactions, long Bytes) Written => (Volatile.Read(ref _transactions), Volatile.Read(ref _bytes));

    /// <summary>Begins to write.</summary>
    internal void Start() => _loop ??= Task.Run(RunAsync);

    internal async ValueTask CommitAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        var request = new CommitRequest(batch.Operations);
        try
        {
            await _waiting.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(PostgreSqlStorage));
        }

        // A commit that was taken is not given up: it would be open whether it took effect.
        await request.Task.ConfigureAwait(false);
    }

    /// <summary>Ends when everything that waits is written.</summary>
    internal async Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        if (_loop is not null)
        {
            await _loop.ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_group.Count < MaximumGroupLength && _waiting.Reader.TryRead(out CommitRequest? request))
            {
                _group.Add(request);
            }

            await WriteGroupAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteGroupAsync()
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
                await WriteGroupAsync().ConfigureAwait(false);
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
