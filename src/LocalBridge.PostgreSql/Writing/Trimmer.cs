using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Removes what is older than wanted, a bounded number of things in one transaction. Several processes may trim at the same time.</summary>
internal static class Trimmer
{
    private const string Executions = """
        WITH gone AS (
            SELECT id FROM execution WHERE stop_date IS NOT NULL AND (stop_date < $1 OR id IN (
                SELECT id FROM execution WHERE stop_date IS NOT NULL ORDER BY stop_date DESC, id DESC OFFSET $2))
            ORDER BY stop_date, id LIMIT $3 FOR UPDATE SKIP LOCKED),
        history_gone AS (DELETE FROM history h USING gone g WHERE h.execution = g.id)
        DELETE FROM execution e USING gone g WHERE e.id = g.id
        """;

    // From the oldest on, up to the first that is to be kept: entries come in the order of their times.
    private const string Entries = """
        DELETE FROM entry WHERE sequence IN (
            SELECT sequence FROM entry WHERE stream = $4 AND sequence < greatest(
                coalesce((SELECT min(sequence) FROM entry WHERE stream = $4 AND time >= $1), 9223372036854775807),
                coalesce((SELECT sequence + 1 FROM entry WHERE stream = $4 ORDER BY sequence DESC LIMIT 1 OFFSET $2), 0))
            ORDER BY sequence LIMIT $3 FOR UPDATE SKIP LOCKED)
        """;

    internal static async Task<bool> TrimAsync(NpgsqlConnection connection, StorageRetention retention, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(retention.Stream is null ? Executions : Entries, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = retention.KeepSince?.UtcTicks ?? 0 });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = retention.KeepCount ?? long.MaxValue });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = retention.BatchSize });
            if (retention.Stream is not null)
            {
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = retention.Stream });
            }

            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == retention.BatchSize;
        }
    }
}
