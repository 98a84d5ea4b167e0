namespace LocalBridge.Sqlite.Schema;

/// <summary>The journal, and rows of the history that hold several chunks.</summary>
internal static class Version3
{
    internal const string Sql = """
        -- What was committed and is not in the other tables yet: see Journaling.
        CREATE TABLE journal (id INTEGER PRIMARY KEY, data BLOB NOT NULL);

        -- Of a row with several chunks: how many events and bytes each has.
        ALTER TABLE history ADD COLUMN chunks BLOB;
        """;
}
