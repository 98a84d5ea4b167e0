using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes the operations of a batch within a transaction that is open.</summary>
/// <remarks>Belongs to the connection that writes.</remarks>
internal sealed class BatchWriter
{
    private readonly SqliteDatabase _database;
    private readonly NameTable _names;
    private readonly CheckpointWriter _checkpoints;
    private readonly EntryWriter _entries;

    internal BatchWriter(SqliteDatabase database, SequenceNumbers sequences)
    {
        _database = database;
        _names = new NameTable(database);
        _checkpoints = new CheckpointWriter(database, _names);
        _entries = new EntryWriter(database, _names, sequences);
    }

    /// <exception cref="StorageConflictException">The transaction must be rolled back to where the batch began.</exception>
    internal void Write(CommitRequest request)
    {
        request.Rewind();
        IReadOnlyList<StorageOperation> operations = request.Operations;
        for (int i = 0; i < operations.Count; i++)
        {
            switch (operations[i])
            {
                case ExecutionCheckpoint checkpoint:
                    _checkpoints.Write(checkpoint, request);
                    break;
                case ExecutionDiscard discard:
                    _checkpoints.Discard(discard);
                    break;
                case AppendEntry append:
                    _entries.Append(append, request.TakePayload(), request.TakePayload());
                    break;
                case UpdateEntry update:
                    _entries.Update(update, request.TakePayload());
                    break;
                case RemoveEntry remove:
                    _entries.Remove(remove);
                    break;
                case PutRecord put:
                    Put(put, request.TakePayload());
                    break;
                case RemoveRecord remove:
                    _database.Prepare("DELETE FROM record WHERE kind = ?1 AND key = ?2").Bind(1, remove.Kind).Bind(2, remove.Key).Run();
                    break;
                case StorageOperation other:
                    throw new NotSupportedException($"The SQLite storage has no place for the operation '{other.GetType().Name}'. Use the version that belongs to this LocalBridge.");
            }
        }
    }

    /// <summary>Takes note that something was rolled back.</summary>
    internal void OnRolledBack()
    {
        _names.Clear();
        _checkpoints.OnRolledBack();
    }

    private void Put(PutRecord put, ReadOnlyMemory<byte> payload)
    {
        if (put.ExpectedVersion is long expected)
        {
            long stored = _database.Prepare("SELECT version FROM record WHERE kind = ?1 AND key = ?2").Bind(1, put.Kind).Bind(2, put.Key).RunScalar() ?? 0;
            if (stored != expected)
            {
                throw new StorageConflictException(put.Key, expected, stored);
            }
        }

        _database.Prepare("""
            INSERT INTO record (kind, key, version, payload) VALUES (?1, ?2, 1, ?3)
            ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, payload = excluded.payload
            """).Bind(1, put.Kind).Bind(2, put.Key).Bind(3, payload).Run();
    }
}
