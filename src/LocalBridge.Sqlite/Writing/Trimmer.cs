using LocalBridge.Sqlite.Journaling;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Removes what is older than wanted, a bounded number of things in one transaction.</summary>
internal static class Trimmer
{
    internal static bool Trim(SqliteDatabase database, StorageRetention retention)
    {
        List<long> ids = retention.Stream is null
            ? FindExecutions(database, retention)
            : FindEntries(database, retention.Stream, retention);
        foreach (long id in ids)
        {
            if (retention.Stream is null)
            {
                ExecutionRemoval.Remove(database, id);
            }
            else
            {
                EntryFold.Remove(database, id);
            }
        }

        return ids.Count == retention.BatchSize;
    }

    private static List<long> FindExecutions(SqliteDatabase database, StorageRetention retention)
    {
        List<long> ids = retention.KeepSince is DateTimeOffset since
            ? ReadIds(database
                .Prepare("SELECT id FROM execution WHERE stop_date < ?1 AND stop_date IS NOT NULL ORDER BY stop_date, id LIMIT ?2")
                .Bind(1, since.UtcTicks).Bind(2, retention.BatchSize))
            : [];
        if (ids.Count == 0 && retention.KeepCount is long keep)
        {
            long excess = (database.Prepare("SELECT count(*) FROM execution WHERE stop_date IS NOT NULL").RunScalar() ?? 0) - keep;
            ids = ReadIds(database
                .Prepare("SELECT id FROM execution WHERE stop_date IS NOT NULL ORDER BY stop_date, id LIMIT ?1")
                .Bind(1, Math.Clamp(excess, 0, retention.BatchSize)));
        }

        return ids;
    }

    private static List<long> FindEntries(SqliteDatabase database, string stream, StorageRetention retention)
    {
        if (database.Prepare("SELECT id FROM name WHERE text = ?1").Bind(1, stream).RunScalar() is not long streamId)
        {
            return [];
        }

        // From the oldest on, up to the first that is to be kept: entries come in the order of their times.
        long keepFrom = retention.KeepSince is DateTimeOffset since
            ? database.Prepare("SELECT sequence FROM entry WHERE stream = ?1 AND time >= ?2 ORDER BY sequence LIMIT 1")
                .Bind(1, streamId).Bind(2, since.UtcTicks).RunScalar() ?? long.MaxValue
            : 0;
        if (retention.KeepCount is long keep)
        {
            long last = keep == 0 ? long.MaxValue : database.Prepare("SELECT sequence FROM entry WHERE stream = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2")
                .Bind(1, streamId).Bind(2, keep - 1).RunScalar() ?? 0;
            keepFrom = Math.Max(keepFrom, last);
        }

        return ReadIds(database.Prepare("SELECT sequence FROM entry WHERE stream = ?1 AND sequence < ?2 ORDER BY sequence LIMIT ?3")
            .Bind(1, streamId).Bind(2, keepFrom).Bind(3, retention.BatchSize));
    }

    private static List<long> ReadIds(SqliteStatement row)
    {
        var ids = new List<long>();
        while (row.Step())
        {
            ids.Add(row.Int64(0));
        }

        return ids;
    }
}
