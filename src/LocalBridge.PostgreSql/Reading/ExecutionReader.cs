using System.Collections.Immutable;
using System.Globalization;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Reading;

/// <summary>Reads executions.</summary>
internal static class ExecutionReader
{
    private const string Columns = "e.id, e.arn, e.state_machine, coalesce(o.version, e.version), e.status, e.start_date, e.stop_date, e.description, e.outcome, o.state";

    private const string Source = "FROM execution e LEFT JOIN open_execution o ON o.id = e.id";

    private const string One = $"SELECT {Columns} {Source} WHERE e.arn = $1";

    private const string Open = $"SELECT {Columns} {Source} WHERE e.id = ANY($1) ORDER BY e.id";

    private const string All = $"SELECT {Columns} {Source} WHERE e.state_machine = $1 AND e.id < $2 ORDER BY e.id DESC LIMIT $3";

    private const string WithStatus = $"SELECT {Columns} {Source} WHERE e.state_machine = $1 AND e.id < $2 AND e.status = $4 ORDER BY e.id DESC LIMIT $3";

    private const string Forward = """
        SELECT h.first, h.count, h.payload FROM execution e JOIN history h ON h.execution = e.id
        WHERE e.arn = $1 AND h.first >= coalesce((SELECT max(f.first) FROM history f WHERE f.execution = e.id AND f.first <= $2), 0) ORDER BY h.first LIMIT $3
        """;

    private const string Backward = """
        SELECT h.first, h.count, h.payload FROM execution e JOIN history h ON h.execution = e.id
        WHERE e.arn = $1 AND h.first <= $2 ORDER BY h.first DESC LIMIT $3
        """;

    internal static async Task<StoredExecution?> ReadAsync(NpgsqlConnection connection, string executionArn, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(One, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = executionArn });
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                return await row.ReadAsync(cancellationToken).ConfigureAwait(false) ? ReadRow(row) : null;
            }
        }
    }

    /// <summary>Reads open executions with their parts, oldest first.</summary>
    internal static async Task<List<OpenExecution>> ReadOpenAsync(NpgsqlConnection connection, List<long> ids, CancellationToken cancellationToken)
    {
        var rows = new List<(long Id, StoredExecution Execution, StoragePayload State)>(ids.Count);
        var command = new NpgsqlCommand(Open, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add((row.GetInt64(0), ReadRow(row), Payload(row, 9)));
                }
            }
        }

        ILookup<long, ExecutionPart> parts = await ReadPartsAsync(connection, ids, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new OpenExecution(row.Execution, row.State, [.. parts[row.Id]]));
    }

    internal static async Task<StoredExecutionPage> ReadPageAsync(NpgsqlConnection connection, ExecutionQuery query, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(query.Status is null ? All : WithStatus, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = query.StateMachineArn });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = query.NextToken is null ? long.MaxValue : ParseToken(query.NextToken) });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = query.Count + 1L });
            if (query.Status is ExecutionStatus status)
            {
                command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)status });
            }

            ImmutableArray<StoredExecution>.Builder page = ImmutableArray.CreateBuilder<StoredExecution>();
            long lastId = 0;
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (page.Count == query.Count)
                    {
                        return new StoredExecutionPage(page.DrainToImmutable(), lastId.ToString(CultureInfo.InvariantCulture));
                    }

                    lastId = row.GetInt64(0);
                    page.Add(ReadRow(row));
                }
            }

            return new StoredExecutionPage(page.DrainToImmutable(), null);
        }
    }

    internal static async Task<ImmutableArray<HistoryChunk>> ReadHistoryAsync(
        NpgsqlConnection connection, string executionArn, long firstEventId, int count, bool isReverse, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(isReverse ? Backward : Forward, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = executionArn });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = firstEventId });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Math.Max(0, count) + 1L }); // every piece holds one event at least; the first may hold none of the wanted
            ImmutableArray<HistoryChunk>.Builder chunks = ImmutableArray.CreateBuilder<HistoryChunk>();
            long left = count;
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (left > 0 && await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var chunk = new HistoryChunk(row.GetInt64(0), row.GetInt32(1), Payload(row, 2));
                    long wanted = isReverse
                        ? Math.Min(firstEventId, chunk.LastEventId) - chunk.FirstEventId + 1
                        : chunk.LastEventId - Math.Max(firstEventId, chunk.FirstEventId) + 1;
                    if (wanted > 0)
                    {
                        chunks.Add(chunk);
                        left -= wanted;
                    }
                }
            }

            return chunks.DrainToImmutable();
        }
    }

    private static async Task<ILookup<long, ExecutionPart>> ReadPartsAsync(NpgsqlConnection connection, List<long> ids, CancellationToken cancellationToken)
    {
        var parts = new List<(long Execution, ExecutionPart Part)>();
        var command = new NpgsqlCommand("SELECT execution, kind, id, payload FROM part WHERE execution = ANY($1) ORDER BY execution, kind, id", connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    parts.Add((row.GetInt64(0), new ExecutionPart(new ExecutionPartKey(row.GetInt32(1), row.GetInt64(2)), Payload(row, 3))));
                }
            }
        }

        return parts.ToLookup(static part => part.Execution, static part => part.Part);
    }

    private static StoredExecution ReadRow(NpgsqlDataReader row) => new()
    {
        ExecutionArn = row.GetString(1),
        StateMachineArn = row.GetString(2),
        Version = row.GetInt64(3),
        Status = (ExecutionStatus)row.GetInt16(4),
        StartDate = new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        StopDate = row.IsDBNull(6) ? null : new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero),
        Description = Payload(row, 7),
        Outcome = Payload(row, 8),
    };

    private static StoragePayload Payload(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? default : StoragePayload.FromBytes(row.GetFieldValue<byte[]>(column));

    private static long ParseToken(string token) =>
        long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : throw new FormatException($"The token '{token}' is none of this storage.");
}
