using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Owning;

/// <summary>The owner that this instance works for: a row that dies unless it is renewed. Whoever finds it dead removes it, and with it the right to commit.</summary>
/// <remarks>Time is that of the database, so that the clocks of the processes need not agree. Safe for use from any thread.</remarks>
internal sealed class OwnerLease(NpgsqlDataSource dataSource, TimeSpan duration)
{
    /// <summary>Holds while a transaction goes on: an owner that is committing cannot be removed until the commit is over.</summary>
    internal const string Check = "SELECT 1 FROM owner WHERE epoch = $1 AND lease_until > clock_timestamp() FOR KEY SHARE";

    private const string Begin = "INSERT INTO owner (name, lease_until) VALUES ($1, clock_timestamp() + $2) RETURNING epoch";

    private const string Renew = "UPDATE owner SET lease_until = clock_timestamp() + $2 WHERE epoch = $1 AND lease_until > clock_timestamp()";

    private const string End = "DELETE FROM owner WHERE epoch = $1";

    private const string RemoveDead = """
        DELETE FROM owner WHERE lease_until <= clock_timestamp();
        DELETE FROM message m WHERE NOT EXISTS (SELECT 1 FROM owner o WHERE o.epoch = m.recipient)
        """;

    private long _epoch; // 0: none

    internal long Epoch => Volatile.Read(ref _epoch);

    internal string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    internal async Task BeginAsync(CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken).ConfigureAwait(false);
        NpgsqlCommand command = dataSource.CreateCommand(Begin);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Name });
            command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = duration });
            Volatile.Write(ref _epoch, (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!);
        }
    }

    /// <exception cref="StorageFencedException">The lease had ended.</exception>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        NpgsqlCommand command = dataSource.CreateCommand(Renew);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Epoch });
            command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = duration });
            if (await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                throw new StorageFencedException(Name);
            }
        }
    }

    /// <summary>Ends the lease at once, so that nobody has to wait for it.</summary>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        if (Epoch == 0)
        {
            return;
        }

        NpgsqlCommand command = dataSource.CreateCommand(End);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Epoch });
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _epoch, 0);
        }
    }

    /// <summary>Removes the owners whose lease has ended; it waits until what they are committing is over. Nobody receives what was sent to them.</summary>
    internal async Task RemoveDeadAsync(CancellationToken cancellationToken)
    {
        NpgsqlCommand command = dataSource.CreateCommand(RemoveDead);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
