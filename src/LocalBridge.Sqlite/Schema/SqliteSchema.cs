using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Schema;

/// <summary>Creates and upgrades the tables. The version is in the header of the file (<c>user_version</c>).</summary>
internal static class SqliteSchema
{
    /// <summary>Says in the header of the file whose it is (<c>application_id</c>): "LBrg".</summary>
    internal const long ApplicationId = 0x4C427267;

    // Step n leads from version n to version n + 1. A step that was released is never changed.
    private static readonly string[] Steps = [Version1.Sql, Version2.Sql, Version3.Sql];

    internal static int Version => Steps.Length;

    /// <summary>Brings the file to the current version, in one transaction.</summary>
    internal static void Upgrade(SqliteDatabase database, string path) => Upgrade(database, path, Version);

    internal static void Upgrade(SqliteDatabase database, string path, int targetVersion)
    {
        database.Run("BEGIN IMMEDIATE");
        try
        {
            long version = database.RunScalar("PRAGMA user_version") ?? 0;
            Check(database, path, version);
            for (int step = (int)version; step < targetVersion; step++)
            {
                database.RunScript(Steps[step]);
            }

            if (version < targetVersion)
            {
                database.Run($"PRAGMA application_id={ApplicationId}");
                database.Run($"PRAGMA user_version={targetVersion}");
            }

            database.Run("COMMIT");
        }
        catch
        {
            database.Run("ROLLBACK");
            throw;
        }
    }

    private static void Check(SqliteDatabase database, string path, long version)
    {
        bool isEmpty = database.RunScalar("SELECT count(*) FROM sqlite_schema") == 0;
        if (!isEmpty && database.RunScalar("PRAGMA application_id") != ApplicationId)
        {
            throw new StorageFormatException($"The file '{path}' is a database of another application. Name another file.");
        }

        if (version > Version)
        {
            throw new StorageFormatException(
                $"The file '{path}' has schema version {version}, and this version of LocalBridge.Sqlite knows versions up to {Version}. "
                + "A newer version has upgraded it: use that version, or restore a backup from before.");
        }
    }
}
