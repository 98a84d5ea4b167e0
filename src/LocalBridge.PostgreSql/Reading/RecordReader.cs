using System.Collections.Immutable;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Reading;

/// <summary>Reads records and entries.</summary>
internal static class RecordReader
{
    private const string Records = "SELECT key, version, payload FROM record WHERE kind = $1 AND key > $2 ORDER BY key LIMIT $3";

    private const string Entries = "SELECT sequence, id, time, payload, state FROM entry WHERE stream = $1 AND sequence > $2 ORDER BY sequence LIMIT $3";

    private const string These = "SELECT sequence, id, time, payload, state FROM entry WHERE sequence = ANY($1) ORDER BY sequence";

    internal static async Task<ImmutableArray<StoredRecord>> ReadRecordsAsync(
        NpgsqlConnection connection, string kind, string? afterKey, int count, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Records, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = afterKey ?? string.Empty });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
            ImmutableArray<StoredRecord>.Builder records = ImmutableArray.CreateBuilder<StoredRecord>();
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    records.Add(ReadRecord(row));
                }
            }

            return records.DrainToImmutable();
        }
    }

    internal static Task<ImmutableArray<StoredEntry>> ReadEntriesAsync(
        NpgsqlConnection connection, string stream, long afterSequence, int count, CancellationToken cancellationToken) => ReadEntriesAsync(
        new NpgsqlCommand(Entries, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = stream },
                new NpgsqlParameter<long> { TypedValue = afterSequence },
                new NpgsqlParameter<long> { TypedValue = count },
            },
        },
        cancellationToken);

    internal static Task<ImmutableArray<StoredEntry>> ReadEntriesAsync(NpgsqlConnection connection, List<long> sequences, CancellationToken cancellationToken) =>
        ReadEntriesAsync(new NpgsqlCommand(These, connection) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. sequences] } } }, cancellationToken);

    private static async Task<ImmutableArray<StoredEntry>> ReadEntriesAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            ImmutableArray<StoredEntry>.Builder entries = ImmutableArray.CreateBuilder<StoredEntry>();
            NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    entries.Add(ReadEntry(row));
                }
            }

            return entries.DrainToImmutable();
        }
    }

    private static StoredRecord ReadRecord(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), StoragePayload.FromBytes(row.GetFieldValue<byte[]>(2)));

    private static StoredEntry ReadEntry(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
        StoragePayload.FromBytes(row.GetFieldValue<byte[]>(3)),
        row.IsDBNull(4) ? default : StoragePayload.FromBytes(row.GetFieldValue<byte[]>(4)));
}
