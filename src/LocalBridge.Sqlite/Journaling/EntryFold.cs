namespace LocalBridge.Sqlite.Journaling;

/// <summary>Brings what is pending of entries into the tables.</summary>
internal sealed class EntryFold(SqliteDatabase database)
{
    internal void Write(long sequence, in PendingEntry entry)
    {
        if (entry.IsNew)
        {
            database.Prepare("INSERT INTO entry (sequence, stream, id, time, payload, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .Bind(1, sequence)
                .Bind(2, entry.Stream)
                .BindText(3, entry.Id)
                .Bind(4, entry.Time)
                .Bind(5, entry.Payload)
                .Bind(6, entry.State)
                .Run();
        }
        else if (entry.IsRemoved)
        {
            Remove(database, sequence);
        }
        else
        {
            database.Prepare("INSERT OR REPLACE INTO entry_state (sequence, state) VALUES (?1, ?2)").Bind(1, sequence).Bind(2, entry.State).Run();
        }
    }

    internal static void Remove(SqliteDatabase database, long sequence)
    {
        database.Prepare("DELETE FROM entry WHERE sequence = ?1").Bind(1, sequence).Run();
        database.Prepare("DELETE FROM entry_state WHERE sequence = ?1").Bind(1, sequence).Run();
    }
}
