using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Sqlite;

/// <summary>An open connection with its prepared statements.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<object, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    private SqliteDatabase(SqliteConnection connection)
    {
        _connection = connection;
        Handle = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
    }

    internal sqlite3 Handle { get; }

    internal long LastRowId => raw.sqlite3_last_insert_rowid(Handle);

    internal static SqliteDatabase Open(string path, SqliteStorageOptions options, bool isWriter)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = isWriter ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false, // the connections live as long as the storage
        }.ToString());
        try
        {
            connection.Open();
            var database = new SqliteDatabase(connection);
            database.Run($"PRAGMA busy_timeout={(long)options.LockTimeout.TotalMilliseconds}");
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Returns the prepared statement of a text, which must be a constant: it is known by its reference.</summary>
    internal SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out SqliteStatement? statement))
        {
            _statements.Add(sql, statement = new SqliteStatement(Handle, sql));
        }

        return statement;
    }

    /// <summary>Runs a statement that is not worth keeping.</summary>
    internal void Run(string sql)
    {
        using var statement = new SqliteStatement(Handle, sql);
        statement.Run();
    }

    /// <summary>Runs several statements.</summary>
    internal void RunScript(string sql) => SqliteFailure.ThrowIfFailed(raw.sqlite3_exec(Handle, sql), Handle);

    internal long? RunScalar(string sql)
    {
        using var statement = new SqliteStatement(Handle, sql);
        return statement.RunScalar();
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
