using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes entries of streams.</summary>
internal sealed class EntryWriter(SqliteDatabase database, NameTable names, SequenceNumbers sequences)
{
    internal void Append(AppendEntry append, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> state) => database
        .Prepare("INSERT OR IGNORE INTO entry (sequence, stream, id, time, payload, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .Bind(1, sequences.Next())
        .Bind(2, names.FindOrAdd(append.Stream))
        .Bind(3, append.Id)
        .Bind(4, append.Time.UtcTicks)
        .Bind(5, payload)
        .Bind(6, state)
        .Run();

    internal void Update(UpdateEntry update, ReadOnlyMemory<byte> state)
    {
        if (Find(update.Stream, update.Id) is long sequence)
        {
            database.Prepare("INSERT OR REPLACE INTO entry_state (sequence, state) VALUES (?1, ?2)").Bind(1, sequence).Bind(2, state).Run();
        }
    }

    internal void Remove(RemoveEntry remove)
    {
        if (Find(remove.Stream, remove.Id) is long sequence)
        {
            Remove(database, sequence);
        }
    }

    internal static void Remove(SqliteDatabase database, long sequence)
    {
        database.Prepare("DELETE FROM entry WHERE sequence = ?1").Bind(1, sequence).Run();
        database.Prepare("DELETE FROM entry_state WHERE sequence = ?1").Bind(1, sequence).Run();
    }

    private long? Find(string stream, string id) => names.Find(stream) is long streamId
        ? database.Prepare("SELECT sequence FROM entry WHERE stream = ?1 AND id = ?2").Bind(1, streamId).Bind(2, id).RunScalar()
        : null;
}
