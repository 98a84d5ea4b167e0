using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>What the disk and SQLite can do without anything around them.</summary>
internal static class RawStore
{
    /// <summary>Appends pages and syncs each.</summary>
    /// <returns>How many a second.</returns>
    internal static double MeasureSyncs(string path, int count)
    {
        byte[] page = new byte[4096];
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        long began = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return count / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Inserts rows of a size in a number of transactions, with the settings of the storage, by a prepared statement.</summary>
    /// <returns>How many seconds it took.</returns>
    internal static double MeasureInserts(string path, int rows, int rowLength, int transactions)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        sqlite3 handle = connection.Handle!;
        Run(handle, "PRAGMA journal_mode=WAL");
        Run(handle, "PRAGMA synchronous=FULL");
        Run(handle, "PRAGMA wal_autocheckpoint=4000");
        Run(handle, "PRAGMA cache_size=-16384");
        Run(handle, "CREATE TABLE t (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)");
        raw.sqlite3_prepare_v2(handle, "INSERT INTO t (payload) VALUES (?1)", out sqlite3_stmt insert);
        byte[] payload = new byte[rowLength];
        new Random(1).NextBytes(payload);
        long began = TimeProvider.System.GetTimestamp();
        for (int transaction = 0, row = 0; transaction < transactions; transaction++)
        {
            Run(handle, "BEGIN IMMEDIATE");
            for (long end = (long)rows * (transaction + 1) / transactions; row < end; row++)
            {
                raw.sqlite3_bind_blob(insert, 1, payload);
                raw.sqlite3_step(insert);
                raw.sqlite3_reset(insert);
            }

            Run(handle, "COMMIT");
        }

        double seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        insert.Dispose();
        return seconds;
    }

    /// <summary>Reads how many bytes this process has handed to the disk.</summary>
    internal static long ReadWrittenBytes()
    {
        const string Name = "write_bytes: ";
        string? line = File.Exists("/proc/self/io") ? File.ReadLines("/proc/self/io").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.AsSpan(Name.Length), CultureInfo.InvariantCulture);
    }

    private static void Run(sqlite3 handle, string sql)
    {
        if (raw.sqlite3_exec(handle, sql) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(handle).utf8_to_string());
        }
    }
}
