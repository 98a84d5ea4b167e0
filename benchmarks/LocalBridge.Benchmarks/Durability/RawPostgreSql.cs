using Npgsql;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>What the server can do without anything around it.</summary>
internal sealed class RawPostgreSql(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    private int _tables;

    /// <summary>Commits one row of 4 KiB after the other.</summary>
    /// <returns>How many a second.</returns>
    internal async Task<double> MeasureCommitsAsync(int count) => count / await MeasureInsertsAsync(1, count, 4096, count);

    /// <summary>Inserts rows of a size in a number of transactions, shared by some connections. A transaction is one round trip: <c>BEGIN</c>, one prepared
    /// <c>INSERT</c> of all its rows over an array, <c>COMMIT</c>.</summary>
    /// <returns>How many seconds it took.</returns>
    internal async Task<double> MeasureInsertsAsync(int connections, int rows, int rowLength, int transactions)
    {
        string table = $"raw_{_tables++}";
        await RunAsync($"CREATE TABLE {table} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload bytea NOT NULL)");
        await InsertAsync(table, 10, rowLength, 5); // prepares the statements
        long began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => InsertAsync(table, rows / connections, rowLength, transactions / connections))));
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Reads how many bytes the server has written to its log.</summary>
    internal Task<long> ReadLogPositionAsync() => ReadAsync("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint");

    /// <summary>Reads how many bytes the tables of a schema take, with their indexes.</summary>
    internal Task<long> ReadSizeAsync(string schema) =>
        ReadAsync($"SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = '{schema}'::regnamespace");

    internal async Task RunAsync(string sql)
    {
        await using NpgsqlCommand command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();

    private async Task<long> ReadAsync(string sql)
    {
        await using NpgsqlCommand command = dataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task InsertAsync(string table, int rows, int rowLength, int transactions)
    {
        byte[] payload = new byte[rowLength];
        new Random(1).NextBytes(payload);
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync();
        for (int transaction = 0, row = 0; transaction < transactions; transaction++)
        {
            int end = (int)((long)rows * (transaction + 1) / transactions);
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"INSERT INTO {table} (payload) SELECT * FROM unnest($1)"));
            batch.BatchCommands[^1].Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. Enumerable.Repeat(payload, end - row)] });
            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
            await batch.ExecuteNonQueryAsync();
            row = end;
        }
    }
}
