namespace LocalBridge.Sqlite.Writing;

/// <summary>Gives entries their sequence numbers, none of them twice. Numbers are reserved in the file in blocks, so that an append costs no write for them.</summary>
/// <remarks>Belongs to the connection that writes. After a rollback the numbers that were given are lost, which leaves gaps and nothing else.</remarks>
internal sealed class SequenceNumbers(SqliteDatabase database)
{
    private const long BlockLength = 1 << 16;

    private long _last;
    private long _reserved;

    internal long Last => _last;

    /// <summary>Begins behind everything that was reserved. Called in the transaction that opens the file.</summary>
    internal void Begin()
    {
        _last = database.RunScalar("SELECT sequence FROM owner") ?? 0;
        _reserved = _last;
    }

    internal long Next()
    {
        if (_last == _reserved)
        {
            // Part of the transaction whose entries need it. If that is rolled back, the block is not reserved, and is asked for again.
            database.Prepare("UPDATE owner SET sequence = ?1").Bind(1, _reserved + BlockLength).Run();
            _reserved += BlockLength;
        }

        return ++_last;
    }

    /// <summary>Takes note that a reservation may have been rolled back.</summary>
    internal void OnRolledBack() => _reserved = _last;
}
