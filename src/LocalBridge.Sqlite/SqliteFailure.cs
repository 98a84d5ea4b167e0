using LocalBridge.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Sqlite;

/// <summary>Makes exceptions of what SQLite reports, and says what can be done about it.</summary>
internal static class SqliteFailure
{
    internal static void ThrowIfFailed(int code, sqlite3 connection)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Create(code, connection);
        }
    }

    internal static SqliteException Create(int code, sqlite3 connection)
    {
        string message = raw.sqlite3_errmsg(connection).utf8_to_string();
        return new SqliteException($"SQLite error {code}: '{message}'.", code & 0xFF, raw.sqlite3_extended_errcode(connection));
    }

    /// <summary>Returns the exception for callers: where, what, and what to do.</summary>
    internal static StorageUnavailableException Explain(string path, SqliteException exception)
    {
        string what = exception.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "the disk, or the size that MaximumPageCount allows, is full. Make room; waiting work is committed then",
            raw.SQLITE_READONLY => "it is read-only. Give the process the right to write to the file and to its directory",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds a lock on it for longer than LockTimeout. Close that program, or let it finish",
            raw.SQLITE_CANTOPEN => "it cannot be opened. Check that its directory exists and that the process may write to it",
            raw.SQLITE_IOERR => "reading or writing it failed. Check the disk",
            raw.SQLITE_CORRUPT => "its content is damaged. Restore it from a backup",
            _ => "an operation failed",
        };
        return new StorageUnavailableException($"The SQLite file '{path}' cannot be used: {what}. ({exception.Message})", exception);
    }

    /// <summary>Whether the connection is better opened anew before the next attempt.</summary>
    internal static bool IsFatal(SqliteException exception) => exception.SqliteErrorCode is
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_MISUSE or raw.SQLITE_READONLY;
}
