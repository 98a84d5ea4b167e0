using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Collects statements that go to the server in one round trip.</summary>
internal sealed class CommandBatch(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);

    /// <summary>Gets how many bytes of payload the statements carry.</summary>
    internal long PayloadLength { get; private set; }

    internal CommandBatch Add(string sql)
    {
        _batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return this;
    }

    /// <summary>Adds the value of the next parameter of the last statement.</summary>
    internal CommandBatch With<T>(T value)
    {
        PayloadLength += value switch
        {
            byte[] payload => payload.Length,
            byte[]?[] payloads => payloads.Sum(static payload => payload?.LongLength ?? 0),
            _ => 0,
        };
        _batch.BatchCommands[^1].Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return this;
    }

    internal Task<NpgsqlDataReader> ReadAsync() => _batch.ExecuteReaderAsync(CancellationToken.None);

    internal Task RunAsync() => _batch.ExecuteNonQueryAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _batch.DisposeAsync();
}
