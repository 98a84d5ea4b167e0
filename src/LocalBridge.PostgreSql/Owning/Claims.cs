using System.Collections.Immutable;
using LocalBridge.PostgreSql.Reading;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Owning;

/// <summary>Takes over what belongs to no live owner, a page in one transaction; of several that claim at the same time each gets other things.</summary>
internal sealed class Claims(NpgsqlDataSource dataSource, OwnerLease lease)
{
    private const int PageLength = 128;

    // One at a time: who waited for a row that another one has claimed meanwhile would look at that row anew, but not at its new owner, and claim it too.
    private const string LockClaims = "SELECT pg_advisory_xact_lock(x'4C4272670003'::bigint)";

    private const string ClaimExecutions = """
        UPDATE open_execution SET owner = $1 WHERE id IN (
            SELECT o.id FROM open_execution o WHERE o.id > $2 AND NOT EXISTS (SELECT 1 FROM owner w WHERE w.epoch = o.owner)
            ORDER BY o.id LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING id
        """;

    private const string ClaimEntries = """
        UPDATE entry SET owner = $1 WHERE sequence IN (
            SELECT e.sequence FROM entry e WHERE e.stream = $4 AND e.sequence > $2 AND NOT EXISTS (SELECT 1 FROM owner w WHERE w.epoch = e.owner)
            ORDER BY e.sequence LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING sequence
        """;

    /// <summary>Claims the next open executions.</summary>
    internal async Task<(List<OpenExecution> Executions, long LastId)> ClaimExecutionsAsync(long afterId, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            List<long> ids = await ClaimAsync(connection, ClaimExecutions, afterId, null, cancellationToken).ConfigureAwait(false);
            return (await ExecutionReader.ReadOpenAsync(connection, ids, cancellationToken).ConfigureAwait(false), ids.Count == 0 ? 0 : ids.Max());
        }
    }

    /// <summary>Claims the next entries of a stream.</summary>
    internal async Task<ImmutableArray<StoredEntry>> ClaimEntriesAsync(string stream, long afterSequence, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            List<long> sequences = await ClaimAsync(connection, ClaimEntries, afterSequence, stream, cancellationToken).ConfigureAwait(false);
            return await RecordReader.ReadEntriesAsync(connection, sequences, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<long>> ClaimAsync(NpgsqlConnection connection, string sql, long after, string? stream, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var turn = new NpgsqlCommand(LockClaims, connection);
            await using (turn.ConfigureAwait(false))
            {
                await turn.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            var check = new NpgsqlCommand(OwnerLease.Check, connection);
            await using (check.ConfigureAwait(false))
            {
                check.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lease.Epoch });
                if (await check.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null)
                {
                    throw new StorageFencedException(lease.Name);
                }
            }

            var ids = new List<long>();
            var claim = new NpgsqlCommand(sql, connection);
            await using (claim.ConfigureAwait(false))
            {
                claim.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lease.Epoch });
                claim.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
                claim.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageLength });
                if (stream is not null)
                {
                    claim.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
                }

                NpgsqlDataReader reader = await claim.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        ids.Add(reader.GetInt64(0));
                    }
                }
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return ids;
        }
    }
}
