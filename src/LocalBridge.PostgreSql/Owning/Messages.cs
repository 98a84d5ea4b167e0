using System.Runtime.CompilerServices;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Owning;

/// <summary>Carries messages between owners: a row for each, and a notification that wakes the receiver.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class Messages(NpgsqlDataSource dataSource, OwnerLease lease, string schema, TimeSpan leaseDuration)
{
    private const string SendToOwnerOf = """
        WITH target AS (
            SELECT o.owner, EXISTS (SELECT 1 FROM owner w WHERE w.epoch = o.owner AND w.lease_until > clock_timestamp()) AS lives
            FROM execution e JOIN open_execution o ON o.id = e.id WHERE e.arn = $1 AND o.owner <> $2),
        sent AS (INSERT INTO message (recipient, sender, body) SELECT owner, $2, $3 FROM target WHERE lives RETURNING recipient)
        SELECT t.lives, CASE WHEN s.recipient IS NOT NULL THEN pg_notify($4, s.recipient::text)::text END FROM target t LEFT JOIN sent s ON true
        """;

    private const string Send = """
        WITH sent AS (INSERT INTO message (recipient, sender, body) SELECT epoch, $2, $3 FROM owner WHERE epoch = $1 RETURNING recipient)
        SELECT pg_notify($4, recipient::text)::text FROM sent
        """;

    private const string SendToOthers = """
        WITH sent AS (
            INSERT INTO message (recipient, sender, body) SELECT epoch, $1, $2 FROM owner WHERE epoch <> $1 AND lease_until > clock_timestamp() RETURNING recipient)
        SELECT pg_notify($3, recipient::text)::text FROM sent
        """;

    private const string Take = "WITH taken AS (DELETE FROM message WHERE recipient = $1 RETURNING id, sender, body) SELECT sender, body FROM taken ORDER BY id";

    private readonly string _channel = schema; // as long as a name may be

    internal async Task<StorageMessageOutcome> SendToOwnerOfAsync(string executionArn, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = dataSource.CreateCommand(SendToOwnerOf);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = executionArn });
            AddContent(command, body);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) switch
            {
                true => StorageMessageOutcome.Sent,
                false => StorageMessageOutcome.OwnerIsDead,
                _ => StorageMessageOutcome.NobodyElse,
            };
        }
    }

    internal async Task SendAsync(long owner, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = dataSource.CreateCommand(Send);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = owner });
            AddContent(command, body);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal async Task SendToOthersAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = dataSource.CreateCommand(SendToOthers);
        await using (command.ConfigureAwait(false))
        {
            AddContent(command, body);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Receives until it is cancelled or the connection breaks.</summary>
    internal async IAsyncEnumerable<StorageMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            bool isTold = false;
            void OnNotification(object sender, NpgsqlNotificationEventArgs notification) => isTold = true;
            connection.Notification += OnNotification;
            await RunAsync(connection, $"LISTEN \"{_channel}\"", cancellationToken).ConfigureAwait(false);
            try
            {
                while (true)
                {
                    // Whoever is told of something while he takes looks once more, and does not wait for the next one.
                    isTold = false;
                    foreach (StorageMessage message in await TakeAsync(connection, cancellationToken).ConfigureAwait(false))
                    {
                        yield return message;
                    }

                    if (!isTold)
                    {
                        // A look now and then all the same: a pooler may swallow notifications, and a broken connection says nothing by itself.
                        await connection.WaitAsync(leaseDuration / 3, cancellationToken).ConfigureAwait(false);
                    }
                }
            }
            finally
            {
                connection.Notification -= OnNotification;
                await StopListeningAsync(connection).ConfigureAwait(false);
            }
        }
    }

    private void AddContent(NpgsqlCommand command, ReadOnlyMemory<byte> body)
    {
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lease.Epoch });
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = body });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _channel });
    }

    private async Task<List<StorageMessage>> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var messages = new List<StorageMessage>();
        var command = new NpgsqlCommand(Take, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lease.Epoch });
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    messages.Add(new StorageMessage(reader.GetInt64(0), StoragePayload.FromBytes(await reader.GetFieldValueAsync<byte[]>(1, cancellationToken).ConfigureAwait(false))));
                }
            }
        }

        return messages;
    }

    // The connection goes back to its pool, where it must not listen.
    private static async Task StopListeningAsync(NpgsqlConnection connection)
    {
        try
        {
            await RunAsync(connection, "UNLISTEN *", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgreSqlFailure.IsStorageFailure(exception) || exception is InvalidOperationException)
        {
            // It is broken, and so no longer of the pool.
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
