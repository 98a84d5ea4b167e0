namespace LocalBridge.Sqlite.Schema;

/// <summary>Indexes for retention, and for lists of what failed.</summary>
internal static class Version2
{
    internal const string Sql = """
        CREATE INDEX execution_closed ON execution (stop_date, id) WHERE stop_date IS NOT NULL;
        CREATE INDEX execution_failed ON execution (state_machine, status, id) WHERE status > 1; -- neither running nor succeeded
        """;
}
