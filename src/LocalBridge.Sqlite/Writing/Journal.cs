using LocalBridge.Sqlite.Journaling;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Takes batches, commits them as rows of the journal, and folds these into the tables from time to time.</summary>
/// <remarks>
/// <para>A transaction appends one row for all batches that share it, so that it touches one or two pages, whatever they change. What comes and goes between two folds (a task
/// attempt, a timer, a delivery, the state of an execution that has ended) never reaches the tables. The tables alone are wrong while rows wait: whoever reads folds first.</para>
/// <para>Belongs to the connection that writes. Every method runs inside a transaction.</para>
/// </remarks>
internal sealed class Journal
{
    /// <summary>So much may wait: enough that most of what is short-lived has ended, and little enough that nobody waits long for a fold.</summary>
    private const int LongestWait = 2 << 20;

    private readonly SqliteDatabase _database;
    private readonly SequenceNumbers _sequences;
    private readonly PendingArns _pendingArns;
    private readonly NameTable _names;
    private readonly ExecutionIndex _executions;
    private readonly EntryIndex _entries;
    private readonly JournalBuffer _buffer = new();
    private readonly PendingChanges _changes = new();
    private readonly CheckpointEncoder _checkpointEncoder;
    private readonly EntryEncoder _entryEncoder;
    private readonly ExecutionFold _executionFold;
    private readonly EntryFold _entryFold;
    private bool _isStale = true; // the rows say more than is known here

    internal Journal(SqliteDatabase database, SequenceNumbers sequences, PendingArns pendingArns)
    {
        _database = database;
        _sequences = sequences;
        _pendingArns = pendingArns;
        _names = new NameTable(database);
        _executions = new ExecutionIndex(database);
        _entries = new EntryIndex(database);
        _checkpointEncoder = new CheckpointEncoder(_buffer, _executions, _names);
        _entryEncoder = new EntryEncoder(_buffer, _entries, _names, sequences);
        _executionFold = new ExecutionFold(database);
        _entryFold = new EntryFold(database);
    }

    /// <summary>Gets whether the tables may lack something.</summary>
    internal bool IsPending => _isStale || _buffer.Length > 0;

    /// <summary>Takes a batch: all of it or nothing.</summary>
    /// <exception cref="StorageConflictException">Nothing of the batch was taken.</exception>
    /// <exception cref="NotSupportedException">The same.</exception>
    internal void Take(CommitRequest request)
    {
        Refresh();
        bool isDirect = request.IsDirect;
        if (isDirect)
        {
            Fold();
            _database.Prepare("SAVEPOINT batch").Run();
        }

        int length = _buffer.Length;
        try
        {
            request.Rewind();
            for (int i = 0; i < request.Operations.Count; i++)
            {
                if (Take(request.Operations[i], request) is int start)
                {
                    _changes.Apply(_buffer.From(start));
                }
            }
        }
        catch (Exception exception) when (exception is StorageConflictException or NotSupportedException)
        {
            Undo(length, isDirect);
            throw;
        }

        _executions.Accept();
        _entries.Accept();
        if (isDirect)
        {
            _database.Prepare("RELEASE batch").Run();
        }
    }

    /// <summary>Writes what was taken: as a row, or straight into the tables when enough waits already.</summary>
    internal void Write()
    {
        if (_buffer.Length > LongestWait)
        {
            Fold();
        }
        else if (!_buffer.Unwritten.IsEmpty)
        {
            _database.Prepare("INSERT INTO journal (data) VALUES (?1)").Bind(1, _buffer.Unwritten).Run();
            _buffer.OnWritten();
        }
    }

    /// <summary>Brings everything into the tables.</summary>
    internal void Fold()
    {
        Refresh();
        if (_buffer.Length == 0)
        {
            return;
        }

        FoldChanges();
        _buffer.Clear();
        _executions.OnFolded();
        _entries.Clear();
    }

    /// <summary>Forgets what the transaction did, since it was rolled back, or may have been.</summary>
    internal void Invalidate()
    {
        _isStale = true;
        _pendingArns.OnFailed();
        Forget();
    }

    /// <summary>Folds the rows that another process has left, or a transaction of which it is not known whether it was committed.</summary>
    private void Refresh()
    {
        if (!_isStale)
        {
            return;
        }

        SqliteStatement row = _database.Prepare("SELECT data FROM journal ORDER BY id");
        while (row.Step())
        {
            _changes.Apply(row.Blob(0));
        }

        FoldChanges();
        _isStale = false;
    }

    private void FoldChanges()
    {
        // In the order of their numbers, so that rows come together that are read together.
        foreach (PendingExecution execution in _changes.Executions.OrderBy(static execution => execution.Id))
        {
            _executionFold.Write(execution);
        }

        foreach ((long sequence, PendingEntry entry) in _changes.Entries.OrderBy(static pair => pair.Key))
        {
            _entryFold.Write(sequence, entry);
        }

        _database.Prepare("DELETE FROM journal").Run();
        _changes.Clear();
        _pendingArns.OnFolded();
    }

    /// <returns>Where in the journal the operation stands; null when it changes nothing there.</returns>
    private int? Take(StorageOperation operation, CommitRequest request)
    {
        switch (operation)
        {
            case ExecutionCheckpoint checkpoint:
                _pendingArns.Add(checkpoint.ExecutionArn);
                return _checkpointEncoder.Encode(checkpoint, request);
            case AppendEntry append:
                return _entryEncoder.Encode(append, request.TakePayload(), request.TakePayload());
            case UpdateEntry update:
                return _entryEncoder.Encode(update, request.TakePayload());
            case RemoveEntry remove:
                return _entryEncoder.Encode(remove);
            case ExecutionDiscard discard:
                Discard(discard);
                return null;
            case PutRecord put:
                RecordWriter.Put(_database, put, request.TakePayload());
                return null;
            case RemoveRecord remove:
                RecordWriter.Remove(_database, remove);
                return null;
            default:
                throw new NotSupportedException(
                    $"The SQLite storage has no place for the operation '{operation.GetType().Name}'. Use the version that belongs to this LocalBridge.");
        }
    }

    private void Discard(ExecutionDiscard discard)
    {
        Fold();
        if (ExecutionRemoval.Discard(_database, discard))
        {
            _executions.Remove(discard.ExecutionArn);
        }
    }

    private void Undo(int length, bool isDirect)
    {
        if (isDirect)
        {
            _database.Prepare("ROLLBACK TO batch").Run();
            _database.Prepare("RELEASE batch").Run();

            // Everything before the batch is in the tables.
            Forget();
            return;
        }

        _executions.Undo();
        _entries.Undo();
        if (_buffer.Length > length)
        {
            _buffer.Truncate(length);
            _changes.Clear();
            _changes.Apply(_buffer.All);
        }
    }

    private void Forget()
    {
        _buffer.Clear();
        _changes.Clear();
        _names.Clear();
        _executions.Clear();
        _entries.Clear();
        _sequences.OnRolledBack();
    }
}
