using System.Collections.Immutable;
using LocalBridge.Sqlite.Writing;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Reading;

/// <summary>Reads records and entries.</summary>
internal static class RecordReader
{
    internal static ImmutableArray<StoredRecord> ReadRecords(SqliteDatabase database, string kind, string? afterKey, int count)
    {
        ImmutableArray<StoredRecord>.Builder records = ImmutableArray.CreateBuilder<StoredRecord>();
        SqliteStatement row = database
            .Prepare("SELECT key, version, payload FROM record WHERE kind = ?1 AND key > ?2 ORDER BY key LIMIT ?3")
            .Bind(1, kind).Bind(2, afterKey ?? string.Empty).Bind(3, count);
        while (row.Step())
        {
            records.Add(new StoredRecord(row.Text(0), row.Int64(1), StoragePayload.FromBytes(row.Blob(2))));
        }

        return records.DrainToImmutable();
    }

    internal static ImmutableArray<StoredEntry> ReadEntries(
        SqliteDatabase database, NameTable names, string stream, long afterSequence, long lastSequence, int count)
    {
        if (names.Find(stream) is not long streamId)
        {
            return [];
        }

        ImmutableArray<StoredEntry>.Builder entries = ImmutableArray.CreateBuilder<StoredEntry>();
        SqliteStatement row = database
            .Prepare("""
                SELECT e.sequence, e.id, e.time, e.payload, CASE WHEN s.sequence IS NULL THEN e.state ELSE s.state END
                FROM entry e LEFT JOIN entry_state s ON s.sequence = e.sequence
                WHERE e.stream = ?1 AND e.sequence > ?2 AND e.sequence <= ?3 ORDER BY e.sequence LIMIT ?4
                """)
            .Bind(1, streamId).Bind(2, afterSequence).Bind(3, lastSequence).Bind(4, count);
        while (row.Step())
        {
            entries.Add(new StoredEntry(
                row.Int64(0),
                row.Text(1),
                new DateTimeOffset(row.Int64(2), TimeSpan.Zero),
                StoragePayload.FromBytes(row.Blob(3)),
                row.IsNull(4) ? default : StoragePayload.FromBytes(row.Blob(4))));
        }

        return entries.DrainToImmutable();
    }
}
