namespace LocalBridge.PostgreSql.Schema;

/// <summary>The first schema.</summary>
/// <remarks>
/// What changes with every step is kept in small rows of its own (<c>open_execution</c>, <c>part</c>), so that large inputs are not written again. Rows that change in
/// place leave room in their pages and stand in no index but that of their key, so that PostgreSQL can update them without touching an index.
/// </remarks>
internal static class Version1
{
    internal const string Sql = """
        CREATE TABLE owner (epoch bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, lease_until timestamptz NOT NULL);

        CREATE TABLE record (
            kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, version bigint NOT NULL, payload bytea NOT NULL,
            PRIMARY KEY (kind, key));

        CREATE TABLE execution (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            arn text COLLATE "C" NOT NULL UNIQUE,
            state_machine text COLLATE "C" NOT NULL,
            status smallint NOT NULL,
            start_date bigint NOT NULL,
            stop_date bigint,
            version bigint NOT NULL, -- of an open execution: see open_execution
            description bytea,
            outcome bytea);
        CREATE INDEX execution_by_state_machine ON execution (state_machine, id);
        CREATE INDEX execution_by_status ON execution (state_machine, status, id);
        CREATE INDEX execution_closed ON execution (stop_date, id) WHERE stop_date IS NOT NULL;

        CREATE TABLE open_execution (id bigint PRIMARY KEY, version bigint NOT NULL, owner bigint NOT NULL, state bytea) WITH (fillfactor = 60);

        CREATE TABLE history (execution bigint NOT NULL, first bigint NOT NULL, count integer NOT NULL, payload bytea NOT NULL, PRIMARY KEY (execution, first));

        CREATE TABLE part (
            execution bigint NOT NULL, kind integer NOT NULL, id bigint NOT NULL, payload bytea NOT NULL,
            PRIMARY KEY (execution, kind, id)) WITH (fillfactor = 80);

        CREATE TABLE entry (
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            stream text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, time bigint NOT NULL, owner bigint NOT NULL, payload bytea NOT NULL, state bytea);
        CREATE UNIQUE INDEX entry_by_id ON entry (stream, id);
        CREATE INDEX entry_by_stream ON entry (stream, sequence);
        """;
}
