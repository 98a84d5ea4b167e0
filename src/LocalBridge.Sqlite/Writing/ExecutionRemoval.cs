using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Removes everything of an execution from the tables, which must have everything of it.</summary>
internal static class ExecutionRemoval
{
    /// <returns>Whether it was removed.</returns>
    internal static bool Discard(SqliteDatabase database, ExecutionDiscard discard)
    {
        long? id = database.Prepare("""
            SELECT e.id FROM execution e LEFT JOIN open_execution o ON o.id = e.id
            WHERE e.arn = ?1 AND e.start_date = ?2 AND coalesce(o.version, e.version) = 1
            """).Bind(1, discard.ExecutionArn).Bind(2, discard.StartDate.UtcTicks).RunScalar();
        if (id is long found)
        {
            Remove(database, found);
        }

        return id is not null;
    }

    internal static void Remove(SqliteDatabase database, long id)
    {
        database.Prepare("DELETE FROM history WHERE execution = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM part WHERE execution = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM open_execution WHERE id = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM execution WHERE id = ?1").Bind(1, id).Run();
    }
}
