namespace LocalBridge.Sqlite.Writing;

/// <summary>Gives long texts that come again and again, such as ARNs of state machines, small numbers.</summary>
/// <remarks>Belongs to one connection.</remarks>
internal sealed class NameTable(SqliteDatabase database)
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>Forgets what may have been rolled back.</summary>
    internal void Clear() => _ids.Clear();

    /// <summary>Returns the number of a text.</summary>
    /// <returns>The number; null when the text has none yet.</returns>
    internal long? Find(string text)
    {
        if (_ids.TryGetValue(text, out long id))
        {
            return id;
        }

        if (database.Prepare("SELECT id FROM name WHERE text = ?1").Bind(1, text).RunScalar() is not long found)
        {
            return null;
        }

        _ids.Add(text, found);
        return found;
    }

    internal long FindOrAdd(string text)
    {
        if (Find(text) is long found)
        {
            return found;
        }

        database.Prepare("INSERT INTO name (text) VALUES (?1)").Bind(1, text).Run();
        long id = database.LastRowId;
        _ids.Add(text, id);
        return id;
    }
}
