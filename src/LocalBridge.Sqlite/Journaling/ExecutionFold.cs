using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Journaling;

/// <summary>Brings what is pending of executions into the tables.</summary>
internal sealed class ExecutionFold(SqliteDatabase database)
{
    private readonly HistoryFold _history = new(database);

    internal void Write(PendingExecution execution)
    {
        switch (execution.Before)
        {
            case TableState.Absent:
                Insert(execution);
                break;
            case TableState.Open:
                UpdateOpen(execution);
                break;
            default:
                UpdateClosed(execution);
                break;
        }

        _history.Write(execution.Id, execution.History);
        foreach ((ExecutionPartKey key, ReadOnlyMemory<byte> payload) in execution.Parts)
        {
            database.Prepare("INSERT OR REPLACE INTO part (execution, kind, id, payload) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, execution.Id).Bind(2, key.Kind).Bind(3, key.Id).Bind(4, payload).Run();
        }
    }

    private void Insert(PendingExecution execution)
    {
        database.Prepare("""
            INSERT INTO execution (id, arn, state_machine, status, start_date, stop_date, version, description, outcome)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
            .Bind(1, execution.Id)
            .BindText(2, execution.Arn)
            .Bind(3, execution.StateMachine)
            .Bind(4, (long)execution.Status)
            .Bind(5, execution.StartDate)
            .Bind(6, execution.StopDate)
            .Bind(7, execution.Version)
            .Bind(8, execution.Description)
            .Bind(9, execution.Outcome)
            .Run();
        if (execution.IsOpen)
        {
            InsertOpen(execution);
        }
    }

    private void UpdateOpen(PendingExecution execution)
    {
        if (execution.HasEnded)
        {
            database.Prepare("DELETE FROM part WHERE execution = ?1").Bind(1, execution.Id).Run();
            database.Prepare("DELETE FROM open_execution WHERE id = ?1").Bind(1, execution.Id).Run();
            UpdateRow(execution);
            if (execution.IsOpen)
            {
                InsertOpen(execution);
            }

            return;
        }

        SqliteStatement update = execution.State.IsEmpty
            ? database.Prepare("UPDATE open_execution SET version = ?2 WHERE id = ?1")
            : database.Prepare("UPDATE open_execution SET version = ?2, state = ?3 WHERE id = ?1").Bind(3, execution.State);
        update.Bind(1, execution.Id).Bind(2, execution.Version).Run();
        foreach (ExecutionPartRange range in execution.RemovedParts)
        {
            database.Prepare("DELETE FROM part WHERE execution = ?1 AND kind = ?2 AND id BETWEEN ?3 AND ?4")
                .Bind(1, execution.Id).Bind(2, range.Kind).Bind(3, range.FirstId).Bind(4, range.LastId).Run();
        }
    }

    private void UpdateClosed(PendingExecution execution)
    {
        UpdateRow(execution);
        if (execution.IsOpen)
        {
            InsertOpen(execution);
        }
    }

    private void InsertOpen(PendingExecution execution) => database
        .Prepare("INSERT INTO open_execution (id, version, state) VALUES (?1, ?2, ?3)")
        .Bind(1, execution.Id).Bind(2, execution.Version).Bind(3, execution.State).Run();

    private void UpdateRow(PendingExecution execution) => database
        .Prepare("UPDATE execution SET status = ?2, stop_date = ?3, version = ?4, outcome = ?5 WHERE id = ?1")
        .Bind(1, execution.Id)
        .Bind(2, (long)execution.Status)
        .Bind(3, execution.StopDate)
        .Bind(4, execution.Version)
        .Bind(5, execution.Outcome)
        .Run();
}
