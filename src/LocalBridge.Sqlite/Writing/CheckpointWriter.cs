using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Writes checkpoints of executions.</summary>
internal sealed class CheckpointWriter(SqliteDatabase database, NameTable names)
{
    private readonly Dictionary<string, long> _open = new(StringComparer.Ordinal); // the rows of open executions, found once

    /// <summary>Forgets rows that may have been rolled back.</summary>
    internal void OnRolledBack() => _open.Clear();

    internal void Write(ExecutionCheckpoint checkpoint, CommitRequest request)
    {
        ReadOnlyMemory<byte> description = request.TakePayload();
        ReadOnlyMemory<byte> outcome = request.TakePayload();
        ReadOnlyMemory<byte> state = request.TakePayload();
        bool isOpen = checkpoint.Status == ExecutionStatus.Running;
        long id = checkpoint.ExpectedVersion == 0
            ? Insert(checkpoint, description, outcome)
            : Find(checkpoint);
        if (checkpoint.ExpectedVersion > 0)
        {
            Update(checkpoint, id, isOpen, state, outcome);
        }
        else if (isOpen)
        {
            database.Prepare("INSERT INTO open_execution (id, version, state) VALUES (?1, 1, ?2)").Bind(1, id).Bind(2, state).Run();
        }

        if (checkpoint.History is { } history)
        {
            database.Prepare("INSERT INTO history (execution, first, count, payload) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, id).Bind(2, history.FirstEventId).Bind(3, history.EventCount).Bind(4, request.TakePayload()).Run();
        }

        if (isOpen)
        {
            _open[checkpoint.ExecutionArn] = id;
            WriteParts(checkpoint, id, request);
        }
        else
        {
            _open.Remove(checkpoint.ExecutionArn);
            for (int i = 0; i < checkpoint.PutParts.Count; i++)
            {
                request.TakePayload();
            }
        }
    }

    internal void Discard(ExecutionDiscard discard)
    {
        long? id = database.Prepare("""
            SELECT e.id FROM execution e LEFT JOIN open_execution o ON o.id = e.id
            WHERE e.arn = ?1 AND e.start_date = ?2 AND coalesce(o.version, e.version) = 1
            """).Bind(1, discard.ExecutionArn).Bind(2, discard.StartDate.UtcTicks).RunScalar();
        if (id is long found)
        {
            _open.Remove(discard.ExecutionArn);
            Remove(database, found);
        }
    }

    /// <summary>Removes everything of an execution.</summary>
    internal static void Remove(SqliteDatabase database, long id)
    {
        database.Prepare("DELETE FROM history WHERE execution = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM part WHERE execution = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM open_execution WHERE id = ?1").Bind(1, id).Run();
        database.Prepare("DELETE FROM execution WHERE id = ?1").Bind(1, id).Run();
    }

    private long Insert(ExecutionCheckpoint checkpoint, ReadOnlyMemory<byte> description, ReadOnlyMemory<byte> outcome)
    {
        try
        {
            database.Prepare("""
                INSERT INTO execution (arn, state_machine, status, start_date, stop_date, version, description, outcome)
                VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)
                """)
                .Bind(1, checkpoint.ExecutionArn)
                .Bind(2, names.FindOrAdd(checkpoint.StateMachineArn))
                .Bind(3, (long)checkpoint.Status)
                .Bind(4, checkpoint.StartDate.UtcTicks)
                .Bind(5, checkpoint.StopDate?.UtcTicks)
                .Bind(6, description)
                .Bind(7, outcome)
                .Run();
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            throw Conflict(checkpoint);
        }

        return database.LastRowId;
    }

    private long Find(ExecutionCheckpoint checkpoint) => _open.TryGetValue(checkpoint.ExecutionArn, out long id)
        ? id
        : database.Prepare("SELECT id FROM execution WHERE arn = ?1").Bind(1, checkpoint.ExecutionArn).RunScalar() ?? throw Conflict(checkpoint);

    private void Update(ExecutionCheckpoint checkpoint, long id, bool isOpen, ReadOnlyMemory<byte> state, ReadOnlyMemory<byte> outcome)
    {
        if (isOpen)
        {
            SqliteStatement update = state.IsEmpty
                ? database.Prepare("UPDATE open_execution SET version = ?3 WHERE id = ?1 AND version = ?2")
                : database.Prepare("UPDATE open_execution SET version = ?3, state = ?4 WHERE id = ?1 AND version = ?2").Bind(4, state);
            update.Bind(1, id).Bind(2, checkpoint.ExpectedVersion).Bind(3, checkpoint.NewVersion).Run();
        }
        else
        {
            database.Prepare("DELETE FROM open_execution WHERE id = ?1 AND version = ?2").Bind(1, id).Bind(2, checkpoint.ExpectedVersion).Run();
        }

        bool wasOpen = database.Changes > 0;
        if (!wasOpen && !TryReopen(checkpoint, id, isOpen, state))
        {
            throw Conflict(checkpoint);
        }

        if (isOpen)
        {
            return;
        }

        database.Prepare("DELETE FROM part WHERE execution = ?1").Bind(1, id).Run();
        database.Prepare("UPDATE execution SET status = ?2, stop_date = ?3, version = ?4, outcome = ?5 WHERE id = ?1")
            .Bind(1, id).Bind(2, (long)checkpoint.Status).Bind(3, checkpoint.StopDate?.UtcTicks).Bind(4, checkpoint.NewVersion).Bind(5, outcome).Run();
    }

    /// <summary>Lets an execution that has ended go on, if it stands at the version that is expected.</summary>
    private bool TryReopen(ExecutionCheckpoint checkpoint, long id, bool isOpen, ReadOnlyMemory<byte> state)
    {
        database.Prepare("""
            UPDATE execution SET status = 0, stop_date = NULL, outcome = NULL
            WHERE id = ?1 AND version = ?2 AND NOT EXISTS (SELECT 1 FROM open_execution o WHERE o.id = ?1)
            """).Bind(1, id).Bind(2, checkpoint.ExpectedVersion).Run();
        if (database.Changes == 0)
        {
            return false;
        }

        if (isOpen)
        {
            database.Prepare("INSERT INTO open_execution (id, version, state) VALUES (?1, ?2, ?3)")
                .Bind(1, id).Bind(2, checkpoint.NewVersion).Bind(3, state).Run();
        }

        return true;
    }

    private void WriteParts(ExecutionCheckpoint checkpoint, long id, CommitRequest request)
    {
        for (int i = 0; i < checkpoint.RemovedParts.Count; i++)
        {
            ExecutionPartRange range = checkpoint.RemovedParts[i];
            database.Prepare("DELETE FROM part WHERE execution = ?1 AND kind = ?2 AND id BETWEEN ?3 AND ?4")
                .Bind(1, id).Bind(2, range.Kind).Bind(3, range.FirstId).Bind(4, range.LastId).Run();
        }

        for (int i = 0; i < checkpoint.PutParts.Count; i++)
        {
            ExecutionPartKey key = checkpoint.PutParts[i].Key;
            database.Prepare("INSERT OR REPLACE INTO part (execution, kind, id, payload) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, id).Bind(2, key.Kind).Bind(3, key.Id).Bind(4, request.TakePayload()).Run();
        }
    }

    private StorageConflictException Conflict(ExecutionCheckpoint checkpoint)
    {
        long stored = database.Prepare("""
            SELECT coalesce(o.version, e.version) FROM execution e LEFT JOIN open_execution o ON o.id = e.id WHERE e.arn = ?1
            """).Bind(1, checkpoint.ExecutionArn).RunScalar() ?? 0;
        return new StorageConflictException(checkpoint.ExecutionArn, checkpoint.ExpectedVersion, stored);
    }
}
