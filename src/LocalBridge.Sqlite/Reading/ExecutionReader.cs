using System.Collections.Immutable;
using System.Globalization;
using LocalBridge.Sqlite.Writing;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Reading;

/// <summary>Reads executions.</summary>
internal static class ExecutionReader
{
    private const string Columns = "e.id, e.arn, n.text, coalesce(o.version, e.version), e.status, e.start_date, e.stop_date, e.description, e.outcome, o.state";

    // The order of the joins is given (CROSS JOIN), because the planner knows nothing of how many rows each of them has.
    private const string One = $"""
        SELECT {Columns} FROM execution e CROSS JOIN name n ON n.id = e.state_machine LEFT JOIN open_execution o ON o.id = e.id WHERE e.arn = ?1
        """;

    private const string Open = $"""
        SELECT {Columns} FROM open_execution o CROSS JOIN execution e ON e.id = o.id CROSS JOIN name n ON n.id = e.state_machine
        WHERE o.id > ?1 AND o.id <= ?2 ORDER BY o.id LIMIT ?3
        """;

    private const string All = $"""
        SELECT {Columns} FROM execution e CROSS JOIN name n ON n.id = e.state_machine LEFT JOIN open_execution o ON o.id = e.id
        WHERE e.state_machine = ?1 AND e.id < ?2 ORDER BY e.id DESC LIMIT ?3
        """;

    // The two that are common are found among all; those that are running by the short table of open ones.
    private const string Running = $"""
        SELECT {Columns} FROM open_execution o CROSS JOIN execution e ON e.id = o.id CROSS JOIN name n ON n.id = e.state_machine
        WHERE e.state_machine = ?1 AND o.id < ?2 ORDER BY o.id DESC LIMIT ?3
        """;

    private const string Succeeded = $"""
        SELECT {Columns} FROM execution e CROSS JOIN name n ON n.id = e.state_machine LEFT JOIN open_execution o ON o.id = e.id
        WHERE e.state_machine = ?1 AND e.id < ?2 AND e.status = 1 ORDER BY e.id DESC LIMIT ?3
        """;

    private const string Failed = $"""
        SELECT {Columns} FROM execution e CROSS JOIN name n ON n.id = e.state_machine LEFT JOIN open_execution o ON o.id = e.id
        WHERE e.state_machine = ?1 AND e.id < ?2 AND e.status = ?4 AND e.status > 1 ORDER BY e.id DESC LIMIT ?3
        """;

    internal static StoredExecution? Read(SqliteDatabase database, string executionArn)
    {
        SqliteStatement row = database.Prepare(One).Bind(1, executionArn);
        if (!row.Step())
        {
            return null;
        }

        StoredExecution execution = ReadRow(row);
        row.Reset();
        return execution;
    }

    /// <summary>Reads open executions with their parts.</summary>
    internal static (List<OpenExecution> Executions, long LastId) ReadOpen(SqliteDatabase database, long afterId, long lastId, int count)
    {
        var rows = new List<(long Id, StoredExecution Execution, StoragePayload State)>();
        SqliteStatement row = database.Prepare(Open).Bind(1, afterId).Bind(2, lastId).Bind(3, count);
        while (row.Step())
        {
            rows.Add((row.Int64(0), ReadRow(row), Payload(row, 9)));
        }

        var executions = new List<OpenExecution>(rows.Count);
        foreach ((long id, StoredExecution execution, StoragePayload state) in rows)
        {
            executions.Add(new OpenExecution(execution, state, ReadParts(database, id)));
        }

        return (executions, rows.Count == 0 ? lastId : rows[^1].Id);
    }

    internal static StoredExecutionPage ReadPage(SqliteDatabase database, NameTable names, ExecutionQuery query)
    {
        long before = query.NextToken is null ? long.MaxValue : ParseToken(query.NextToken);
        if (names.Find(query.StateMachineArn) is not long stateMachine)
        {
            return new StoredExecutionPage([], null);
        }

        SqliteStatement row = query.Status switch
        {
            null => database.Prepare(All),
            ExecutionStatus.Running => database.Prepare(Running),
            ExecutionStatus.Succeeded => database.Prepare(Succeeded),
            ExecutionStatus status => database.Prepare(Failed).Bind(4, (long)status),
        };
        row.Bind(1, stateMachine).Bind(2, before).Bind(3, query.Count + 1L);
        ImmutableArray<StoredExecution>.Builder page = ImmutableArray.CreateBuilder<StoredExecution>();
        long lastId = 0;
        string? nextToken = null;
        while (row.Step())
        {
            if (page.Count == query.Count)
            {
                nextToken = lastId.ToString(CultureInfo.InvariantCulture);
                row.Reset();
                break;
            }

            lastId = row.Int64(0);
            page.Add(ReadRow(row));
        }

        return new StoredExecutionPage(page.DrainToImmutable(), nextToken);
    }

    internal static ImmutableArray<HistoryChunk> ReadHistory(SqliteDatabase database, string executionArn, long firstEventId, int count, bool isReverse)
    {
        if (count <= 0 || database.Prepare("SELECT id FROM execution WHERE arn = ?1").Bind(1, executionArn).RunScalar() is not long id)
        {
            return [];
        }

        SqliteStatement row = isReverse
            ? database.Prepare("SELECT first, count, payload, chunks FROM history WHERE execution = ?1 AND first <= ?2 ORDER BY first DESC").Bind(2, firstEventId)
            : database.Prepare("SELECT first, count, payload, chunks FROM history WHERE execution = ?1 AND first >= ?2 ORDER BY first").Bind(2, FindChunk(database, id, firstEventId));
        row.Bind(1, id);
        var chunks = new HistoryChunks(firstEventId, count, isReverse);
        while (row.Step())
        {
            if (chunks.AddRow(row.Int64(0), (int)row.Int64(1), row.Blob(2), row.IsNull(3) ? [] : row.Blob(3)))
            {
                row.Reset();
                break;
            }
        }

        return chunks.ToImmutable();
    }

    /// <summary>Finds where the piece begins that holds an event.</summary>
    private static long FindChunk(SqliteDatabase database, long id, long eventId) => database
        .Prepare("SELECT max(first) FROM history WHERE execution = ?1 AND first <= ?2").Bind(1, id).Bind(2, eventId).RunScalar() ?? 0;

    private static ImmutableArray<ExecutionPart> ReadParts(SqliteDatabase database, long id)
    {
        ImmutableArray<ExecutionPart>.Builder parts = ImmutableArray.CreateBuilder<ExecutionPart>();
        SqliteStatement row = database.Prepare("SELECT kind, id, payload FROM part WHERE execution = ?1 ORDER BY kind, id").Bind(1, id);
        while (row.Step())
        {
            parts.Add(new ExecutionPart(new ExecutionPartKey((int)row.Int64(0), row.Int64(1)), Payload(row, 2)));
        }

        return parts.DrainToImmutable();
    }

    private static StoredExecution ReadRow(SqliteStatement row) => new()
    {
        ExecutionArn = row.Text(1),
        StateMachineArn = row.Text(2),
        Version = row.Int64(3),
        Status = (ExecutionStatus)row.Int64(4),
        StartDate = new DateTimeOffset(row.Int64(5), TimeSpan.Zero),
        StopDate = row.IsNull(6) ? null : new DateTimeOffset(row.Int64(6), TimeSpan.Zero),
        Description = Payload(row, 7),
        Outcome = Payload(row, 8),
    };

    private static StoragePayload Payload(SqliteStatement row, int column) => row.IsNull(column) ? default : StoragePayload.FromBytes(row.Blob(column));

    private static long ParseToken(string token) =>
        long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : throw new FormatException($"The token '{token}' is none of this storage.");
}
