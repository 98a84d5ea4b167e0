using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes records, which are few and change seldom, straight into their table.</summary>
internal static class RecordWriter
{
    internal static void Put(SqliteDatabase database, PutRecord put, ReadOnlyMemory<byte> payload)
    {
        if (put.ExpectedVersion is long expected)
        {
            long stored = database.Prepare("SELECT version FROM record WHERE kind = ?1 AND key = ?2").Bind(1, put.Kind).Bind(2, put.Key).RunScalar() ?? 0;
            if (stored != expected)
            {
                throw new StorageConflictException(put.Key, expected, stored);
            }
        }

        database.Prepare("""
            INSERT INTO record (kind, key, version, payload) VALUES (?1, ?2, 1, ?3)
            ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, payload = excluded.payload
            """).Bind(1, put.Kind).Bind(2, put.Key).Bind(3, payload).Run();
    }

    internal static void Remove(SqliteDatabase database, RemoveRecord remove) =>
        database.Prepare("DELETE FROM record WHERE kind = ?1 AND key = ?2").Bind(1, remove.Kind).Bind(2, remove.Key).Run();
}
