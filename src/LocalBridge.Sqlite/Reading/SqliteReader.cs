using LocalBridge.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace LocalBridge.Sqlite.Reading;

/// <summary>Reads from the file beside the writer: a read sees what was committed when it began, and neither waits for the other.</summary>
/// <remarks>Safe for use from any thread; reads take turns, and each is short.</remarks>
internal sealed class SqliteReader(string path, SqliteStorageOptions options) : IDisposable
{
    private readonly Lock _lock = new(); // guards the connection
    private SqliteDatabase? _database;
    private NameTable? _names;
    private bool _isDisposed;

    /// <exception cref="Storage.StorageUnavailableException">The file cannot be read.</exception>
    internal T Read<T>(Func<SqliteDatabase, NameTable, T> read)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteStorage));
            try
            {
                if (_database is null)
                {
                    _database = SqliteDatabase.Open(path, options, isWriter: false);
                    _names = new NameTable(_database);
                }

                return read(_database, _names!);
            }
            catch (SqliteException exception)
            {
                Disconnect();
                throw SqliteFailure.Explain(path, exception);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            Disconnect();
        }
    }

    private void Disconnect()
    {
        _database?.Dispose();
        _database = null;
        _names = null;
    }
}
