using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes records, which are few and change seldom, straight into their table.</summary>
internal static class RecordWriter
{
    internal static void Put(SqliteDatabase database, PutRecord put, ReadOnlyMemory<byte> payload)
    {
        Check(database, put.Kind, put.Key, put.ExpectedVersion);
        database.Prepare("""
            INSERT INTO record (kind, key, version, payload) VALUES (?1, ?2, 1, ?3)
            ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, payload = excluded.payload
            """).Bind(1, put.Kind).Bind(2, put.Key).Bind(3, payload).Run();
    }

    internal static void Remove(SqliteDatabase database, RemoveRecord remove)
    {
        Check(database, remove.Kind, remove.Key, remove.ExpectedVersion);
        database.Prepare("DELETE FROM record WHERE kind = ?1 AND key = ?2").Bind(1, remove.Kind).Bind(2, remove.Key).Run();
    }

    private static void Check(SqliteDatabase database, string kind, string key, long? expectedVersion)
    {
        if (expectedVersion is not long expected)
        {
            return;
        }

        long stored = database.Prepare("SELECT version FROM record WHERE kind = ?1 AND key = ?2").Bind(1, kind).Bind(2, key).RunScalar() ?? 0;
        if (stored != expected)
        {
            throw new StorageConflictException(key, expected, stored);
        }
    }
}
