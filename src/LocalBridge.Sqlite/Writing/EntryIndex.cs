namespace LocalBridge.Sqlite.Writing;

/// <summary>Knows which entries came and went since the tables had everything.</summary>
/// <remarks>Belongs to the connection that writes.</remarks>
internal sealed class EntryIndex(SqliteDatabase database)
{
    private readonly Dictionary<(long Stream, string Id), long> _pending = []; // 0: it is no more
    private readonly List<((long Stream, string Id) Key, long? Before)> _undo = []; // since the last batch

    /// <summary>Returns the sequence number of an entry.</summary>
    /// <returns>The number; null when there is none.</returns>
    internal long? Find(long stream, string id)
    {
        if (_pending.TryGetValue((stream, id), out long sequence))
        {
            return sequence == 0 ? null : sequence;
        }

        return database.Prepare("SELECT sequence FROM entry WHERE stream = ?1 AND id = ?2").Bind(1, stream).Bind(2, id).RunScalar();
    }

    /// <summary>Takes note of an entry; of null when it goes.</summary>
    internal void Set(long stream, string id, long? sequence)
    {
        (long, string) key = (stream, id);
        _undo.Add((key, _pending.TryGetValue(key, out long before) ? before : null));
        _pending[key] = sequence ?? 0;
    }

    /// <summary>Takes note that a batch was taken.</summary>
    internal void Accept() => _undo.Clear();

    /// <summary>Forgets what a batch has changed.</summary>
    internal void Undo()
    {
        for (int i = _undo.Count - 1; i >= 0; i--)
        {
            if (_undo[i].Before is long before)
            {
                _pending[_undo[i].Key] = before;
            }
            else
            {
                _pending.Remove(_undo[i].Key);
            }
        }

        _undo.Clear();
    }

    /// <summary>Takes note that the tables have everything, or that it may have been rolled back.</summary>
    internal void Clear()
    {
        _pending.Clear();
        _undo.Clear();
    }
}
