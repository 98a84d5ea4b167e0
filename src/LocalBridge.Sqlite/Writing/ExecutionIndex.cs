namespace LocalBridge.Sqlite.Writing;

/// <summary>Knows where executions stand: those that are open, and those that the tables do not have yet as they are.</summary>
/// <remarks>Belongs to the connection that writes.</remarks>
internal sealed class ExecutionIndex(SqliteDatabase database)
{
    private readonly Dictionary<string, KnownExecution> _known = new(StringComparer.Ordinal);
    private readonly List<string> _ended = []; // since the last fold
    private readonly List<(string Arn, KnownExecution? Before)> _undo = []; // since the last batch
    private long? _lastId;

    internal KnownExecution? Find(string arn)
    {
        if (_known.TryGetValue(arn, out KnownExecution known))
        {
            return known;
        }

        SqliteStatement row = database.Prepare("""
            SELECT e.id, coalesce(o.version, e.version), o.id FROM execution e LEFT JOIN open_execution o ON o.id = e.id WHERE e.arn = ?1
            """).Bind(1, arn);
        if (!row.Step())
        {
            return null;
        }

        known = new KnownExecution(row.Int64(0), row.Int64(1), !row.IsNull(2));
        row.Reset();
        return known;
    }

    internal void Set(string arn, KnownExecution known)
    {
        _undo.Add((arn, _known.TryGetValue(arn, out KnownExecution before) ? before : null));
        _known[arn] = known;
        if (!known.IsOpen)
        {
            _ended.Add(arn);
        }
    }

    /// <summary>Gives a new execution its number.</summary>
    internal long NextId()
    {
        _lastId ??= database.Prepare("SELECT max(id) FROM execution").RunScalar() ?? 0;
        _lastId++;
        return _lastId.Value;
    }

    /// <summary>Takes note that a batch was taken.</summary>
    internal void Accept() => _undo.Clear();

    /// <summary>Forgets what a batch has changed.</summary>
    internal void Undo()
    {
        for (int i = _undo.Count - 1; i >= 0; i--)
        {
            if (_undo[i].Before is KnownExecution before)
            {
                _known[_undo[i].Arn] = before;
            }
            else
            {
                _known.Remove(_undo[i].Arn);
            }
        }

        _undo.Clear();
    }

    /// <summary>Takes note that an execution is no more.</summary>
    internal void Remove(string arn) => _known.Remove(arn);

    /// <summary>Takes note that the tables have everything: what has ended is found there.</summary>
    internal void OnFolded()
    {
        foreach (string arn in _ended)
        {
            if (_known.TryGetValue(arn, out KnownExecution known) && !known.IsOpen)
            {
                _known.Remove(arn);
            }
        }

        _ended.Clear();
    }

    /// <summary>Forgets everything, since it may have been rolled back.</summary>
    internal void Clear()
    {
        _known.Clear();
        _ended.Clear();
        _undo.Clear();
        _lastId = null;
    }
}
