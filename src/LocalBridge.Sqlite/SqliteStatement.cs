using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Sqlite;

/// <summary>A prepared statement that takes spans: the way of payloads into the file without copies.</summary>
/// <remarks>Belongs to its connection, and like it to one thread at a time.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    internal SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        int code = raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        SqliteFailure.ThrowIfFailed(code, connection);
    }

    internal SqliteStatement Bind(int index, long value) => Check(raw.sqlite3_bind_int64(_statement, index, value));

    internal SqliteStatement Bind(int index, string value) => Check(raw.sqlite3_bind_text(_statement, index, value));

    /// <summary>Binds a text in UTF-8.</summary>
    internal SqliteStatement BindText(int index, ReadOnlyMemory<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, index, utf8.Span));

    /// <summary>Binds bytes; none are NULL.</summary>
    internal SqliteStatement Bind(int index, ReadOnlyMemory<byte> value) =>
        Check(value.IsEmpty ? raw.sqlite3_bind_null(_statement, index) : raw.sqlite3_bind_blob(_statement, index, value.Span));

    internal SqliteStatement Bind(int index, long? value) =>
        value is long number ? Bind(index, number) : Check(raw.sqlite3_bind_null(_statement, index));

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one. When not, the statement is ready for its next use.</returns>
    internal bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            SqliteException failure = SqliteFailure.Create(code, _connection);
            Reset();
            throw failure;
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement without a result.</summary>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs a statement whose result is one number.</summary>
    /// <returns>The number; null when there is no row or it is NULL.</returns>
    internal long? RunScalar()
    {
        if (!Step())
        {
            return null;
        }

        long? value = IsNull(0) ? null : Int64(0);
        Reset();
        return value;
    }

    internal void Reset() => _ = raw.sqlite3_reset(_statement); // reports the failure of the last step once more

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    internal byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private SqliteStatement Check(int code)
    {
        SqliteFailure.ThrowIfFailed(code, _connection);
        return this;
    }
}
