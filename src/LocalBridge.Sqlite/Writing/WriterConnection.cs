using LocalBridge.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalBridge.Sqlite.Writing;

/// <summary>The connection that writes: opened when it is needed, and anew after a failure that may have broken it.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class WriterConnection(string path, SqliteStorageOptions options)
{
    private readonly PendingArns _pendingArns = new();
    private SqliteDatabase? _database;
    private SequenceNumbers? _sequences;
    private Journal? _journal;
    private long _epoch;

    internal string Owner => $"{path}#{_epoch}";

    /// <summary>Gets the last sequence number that was given to an entry.</summary>
    internal long LastSequence => _sequences?.Last ?? 0;

    /// <summary>Gets whether the tables may lack something that is in the journal.</summary>
    internal bool IsPending => _journal?.IsPending ?? true;

    /// <summary>Whether the tables may lack something of an execution. May be asked from any thread.</summary>
    internal bool MayLack(string executionArn) => _pendingArns.Contains(executionArn);

    internal SqliteDatabase Open()
    {
        if (_database is not null)
        {
            return _database;
        }

        SqliteDatabase database = SqliteDatabase.Open(path, options, isWriter: true);
        try
        {
            database.Run("PRAGMA journal_mode=WAL");
            database.Run($"PRAGMA synchronous={Synchronous}");
            database.Run("PRAGMA wal_autocheckpoint=4000");
            database.Run("PRAGMA cache_size=-16384");
            if (options.MaximumPageCount is long pages)
            {
                database.Run($"PRAGMA max_page_count={pages}");
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }

        var sequences = new SequenceNumbers(database);
        if (_sequences is not null)
        {
            sequences.Begin(); // opened anew after a failure
        }

        _sequences = sequences;
        _journal = new Journal(database, sequences, _pendingArns);
        return _database = database;
    }

    /// <summary>Begins the time of a new owner.</summary>
    internal T BeginOwner<T>(Func<SqliteDatabase, T> read) => Run(
        (database, journal) =>
        {
            database.Run("UPDATE owner SET epoch = epoch + 1");
            _epoch = database.RunScalar("SELECT epoch FROM owner") ?? 0;
            _sequences!.Begin();
            journal.Invalidate(); // its rows are those of the owner before
            journal.Fold();
            return read(database);
        },
        isOwner: false);

    /// <summary>Runs something in a transaction.</summary>
    /// <exception cref="SqliteException">It failed; it is open whether it took effect.</exception>
    internal T Run<T>(Func<SqliteDatabase, Journal, T> work, bool isOwner = true)
    {
        try
        {
            SqliteDatabase database = Open();
            database.Prepare("BEGIN IMMEDIATE").Run();
            try
            {
                if (isOwner && database.Prepare("SELECT epoch FROM owner").RunScalar() != _epoch)
                {
                    throw new StorageFencedException(Owner);
                }

                T result = work(database, _journal!);
                database.Prepare("COMMIT").Run();
                _pendingArns.OnCommitted();
                return result;
            }
            catch
            {
                Rollback();
                throw;
            }
        }
        catch (SqliteException exception) when (SqliteFailure.IsFatal(exception))
        {
            Close();
            throw;
        }
    }

    /// <summary>Brings the journal into the tables.</summary>
    /// <remarks>Without a sync of its own: until the next one the journal's rows, which were synced, stay what a crash of the machine leaves.</remarks>
    internal void Fold()
    {
        Open().Run("PRAGMA synchronous=NORMAL");
        try
        {
            Run(static (_, journal) =>
            {
                journal.Fold();
                return true;
            });
        }
        finally
        {
            SyncAgain();
        }
    }

    internal void Close()
    {
        _pendingArns.OnFailed();
        _database?.Dispose();
        _database = null;
        _journal = null;
    }

    private string Synchronous => options.Durability == SqliteDurability.Full ? "FULL" : "NORMAL";

    private void SyncAgain()
    {
        try
        {
            _database?.Run($"PRAGMA synchronous={Synchronous}");
        }
        catch (SqliteException)
        {
            Close(); // a connection that may not sync commits nothing
        }
    }

    private void Rollback()
    {
        _journal?.Invalidate();
        try
        {
            if (raw.sqlite3_get_autocommit(_database!.Handle) == 0)
            {
                _database.Run("ROLLBACK"); // SQLite itself rolls back after some failures
            }
        }
        catch (SqliteException)
        {
            // The failure that led here is the one to tell; the file is sound, because the transaction never becomes part of it.
            Close();
        }
    }
}
