using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Removes what is older than wanted, a bounded number of things in one transaction. Several processes may trim at the same time.</summary>
internal static class Trimmer
{
    private const string Remove = """
         ORDER BY stop_date, id LIMIT $2 FOR UPDATE SKIP LOCKED),
        history_gone AS (DELETE FROM history h USING gone g WHERE h.execution = g.id)
        DELETE FROM execution e USING gone g WHERE e.id = g.id
        """;

    // Both go along the index of what is closed, from the oldest on, and read no more of it than they remove or keep.
    private const string ByAge = "WITH gone AS (SELECT id FROM execution WHERE stop_date IS NOT NULL AND stop_date < $1" + Remove;

    private const string ByCount = """
        WITH gone AS (SELECT id FROM execution WHERE stop_date IS NOT NULL AND (stop_date, id) <=
            (SELECT stop_date, id FROM execution WHERE stop_date IS NOT NULL ORDER BY stop_date DESC, id DESC OFFSET $1 LIMIT 1)
        """ + Remove;

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
        int removed = 0;
        if (retention.Stream is string stream)
        {
            removed = await RunAsync(connection, Entries, [retention.KeepSince?.UtcTicks ?? 0, retention.KeepCount ?? long.MaxValue, retention.BatchSize, stream], cancellationToken)
                .ConfigureAwait(false);
            return removed == retention.BatchSize;
        }

        if (retention.KeepSince is DateTimeOffset since)
        {
            removed = await RunAsync(connection, ByAge, [since.UtcTicks, retention.BatchSize], cancellationToken).ConfigureAwait(false);
        }

        if (retention.KeepCount is long count && removed < retention.BatchSize)
        {
            removed += await RunAsync(connection, ByCount, [count, retention.BatchSize - removed], cancellationToken).ConfigureAwait(false);
        }

        return removed == retention.BatchSize;
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, object[] arguments, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (object argument in arguments)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = argument });
            }

            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
