namespace LocalBridge.Sqlite.Journaling;

/// <summary>What the journal says beyond the tables, with everything left out that came and went meanwhile.</summary>
/// <remarks>Made of the bytes of the journal and of nothing else, so that it is the same while the process lives and after it has died.</remarks>
internal sealed class PendingChanges
{
    private readonly Dictionary<long, PendingExecution> _executions = [];
    private readonly Dictionary<long, PendingEntry> _entries = [];

    internal IReadOnlyCollection<PendingExecution> Executions => _executions.Values;

    /// <summary>Gets the entries with their sequence numbers.</summary>
    internal IReadOnlyCollection<KeyValuePair<long, PendingEntry>> Entries => _entries;

    internal void Clear()
    {
        _executions.Clear();
        _entries.Clear();
    }

    /// <summary>Takes operations in.</summary>
    /// <param name="journal">Their bytes, which must stay as they are until the changes are cleared.</param>
    /// <exception cref="Storage.StorageFormatException">They mean nothing.</exception>
    internal void Apply(ReadOnlyMemory<byte> journal)
    {
        var cursor = new JournalCursor(journal);
        while (!cursor.IsAtEnd)
        {
            switch ((JournalOperation)cursor.ReadByte())
            {
                case JournalOperation.Row when cursor.ReadByte() == JournalFormat.Version:
                    break;
                case JournalOperation.Start:
                    Start(ref cursor);
                    break;
                case JournalOperation.Step:
                    Step(ref cursor);
                    break;
                case JournalOperation.Append:
                    _entries[cursor.ReadNumber()] = new PendingEntry(
                        IsNew: true, IsRemoved: false, cursor.ReadNumber(), cursor.ReadBytes(), cursor.ReadNumber(), cursor.ReadBytes(), cursor.ReadBytes());
                    break;
                case JournalOperation.Update:
                    Update(cursor.ReadNumber(), cursor.ReadBytes());
                    break;
                case JournalOperation.Remove:
                    Remove(cursor.ReadNumber());
                    break;
                default:
                    throw cursor.Damaged();
            }
        }
    }

    private void Start(ref JournalCursor cursor)
    {
        var execution = new PendingExecution
        {
            Id = cursor.ReadNumber(),
            Before = TableState.Absent,
            Arn = cursor.ReadBytes(),
            StateMachine = cursor.ReadNumber(),
            StartDate = cursor.ReadNumber(),
            Description = cursor.ReadBytes(),
        };
        execution.Apply(ref cursor);
        _executions[execution.Id] = execution;
    }

    private void Step(ref JournalCursor cursor)
    {
        long id = cursor.ReadNumber();
        bool wasOpen = cursor.ReadByte() != 0;
        if (!_executions.TryGetValue(id, out PendingExecution? execution))
        {
            execution = new PendingExecution { Id = id, Before = wasOpen ? TableState.Open : TableState.Closed };
            _executions.Add(id, execution);
        }

        execution.Apply(ref cursor);
    }

    private void Update(long sequence, ReadOnlyMemory<byte> state)
    {
        PendingEntry entry = _entries.TryGetValue(sequence, out PendingEntry pending) ? pending : default;
        _entries[sequence] = entry with { State = state };
    }

    private void Remove(long sequence)
    {
        if (_entries.TryGetValue(sequence, out PendingEntry entry) && entry.IsNew)
        {
            _entries.Remove(sequence);
        }
        else
        {
            _entries[sequence] = new PendingEntry { IsRemoved = true };
        }
    }
}
