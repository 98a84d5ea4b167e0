namespace LocalBridge.Sqlite.Schema;

/// <summary>The first schema.</summary>
/// <remarks>
/// What changes with every step is kept in small rows of its own (<c>open_execution</c>, <c>part</c>), so that large inputs are not written again; the history is
/// appended at the end of its table, so that a commit of many executions touches few pages.
/// </remarks>
internal static class Version1
{
    internal const string Sql = """
        CREATE TABLE owner (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL, sequence INTEGER NOT NULL);
        INSERT INTO owner VALUES (1, 0, 0);

        -- ARNs of state machines and names of streams, each once.
        CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

        CREATE TABLE record (
            kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (kind, key)) WITHOUT ROWID;

        CREATE TABLE execution (
            id INTEGER PRIMARY KEY,
            arn TEXT NOT NULL UNIQUE,
            state_machine INTEGER NOT NULL,
            status INTEGER NOT NULL,
            start_date INTEGER NOT NULL,
            stop_date INTEGER,
            version INTEGER NOT NULL, -- of an open execution: see open_execution
            description BLOB,
            outcome BLOB);
        CREATE INDEX execution_by_state_machine ON execution (state_machine, id);

        CREATE TABLE open_execution (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, state BLOB);

        CREATE TABLE history (execution INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, payload BLOB NOT NULL);
        CREATE UNIQUE INDEX history_by_execution ON history (execution, first);

        CREATE TABLE part (
            execution INTEGER NOT NULL, kind INTEGER NOT NULL, id INTEGER NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (execution, kind, id)) WITHOUT ROWID;

        CREATE TABLE entry (sequence INTEGER PRIMARY KEY, stream INTEGER NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL, payload BLOB NOT NULL, state BLOB);
        CREATE UNIQUE INDEX entry_by_id ON entry (stream, id);
        CREATE INDEX entry_by_stream ON entry (stream, sequence);

        -- The state of an entry that was updated; so that the payload is not written again.
        CREATE TABLE entry_state (sequence INTEGER PRIMARY KEY, state BLOB);
        """;
}
