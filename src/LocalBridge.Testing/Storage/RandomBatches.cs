using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>Makes batches of all operations in all orders that a runtime may come to, and some that must be refused.</summary>
/// <param name="seed">The same seed makes the same batches.</param>
/// <param name="stepsOnly">Whether to leave out records and discards, which a store may treat in another way than what happens all the time.</param>
internal sealed class RandomBatches(int seed, bool stepsOnly = false)
{
    internal static readonly string[] Streams = ["deliveries", "archive/a"];

    internal const string RecordKind = "kind";

    private const int LastExecutions = 6;

    private const int LastEntries = 4;

    private readonly Random _random = new(seed);
    private readonly List<RandomExecution> _executions = [];
    private readonly List<RandomExecution> _changed = []; // by the batch under way
    private readonly Dictionary<string, long> _records = [];
    private int _entries;
    private string? _record; // changed by the batch under way
    private bool _removesRecord;

    internal IEnumerable<string> ExecutionArns => _executions.Select(static execution => Arn(execution.Name));

    /// <summary>Makes a batch.</summary>
    /// <returns>The operations, and whether they must be refused.</returns>
    internal (StorageOperation[] Operations, bool IsConflict) Next()
    {
        _changed.Clear();
        _record = null;
        var operations = new List<StorageOperation>();
        for (int left = 1 + _random.Next(4); left > 0; left--)
        {
            operations.Add(NextOperation());
        }

        bool isConflict = _random.Next(5) == 0;
        if (isConflict)
        {
            operations.Insert(_random.Next(operations.Count + 1), Conflict());
        }
        else
        {
            OnCommitted();
        }

        return ([.. operations], isConflict);
    }

    private StorageOperation NextOperation() => _random.Next(stepsOnly ? 10 : 12) switch
    {
        0 or 1 => Start(),
        2 or 3 or 4 or 5 => Step(),
        6 or 7 => new AppendEntry(Stream(), EntryId(_random.Next(3) == 0 ? AnyEntry() : _entries++), Now.AddSeconds(_entries), Bytes(), _random.Next(2) == 0 ? Bytes() : default),
        8 => new UpdateEntry(Stream(), EntryId(AnyEntry()), Bytes()),
        9 => new RemoveEntry(Stream(), EntryId(AnyEntry())),
        10 => Discard(),
        _ => Record(),
    };

    private ExecutionCheckpoint Start()
    {
        var execution = new RandomExecution($"e{_executions.Count + _changed.Count}-{_random.Next(1_000_000)}");
        return Checkpoint(execution, _random.Next(6) == 0 ? ExecutionStatus.Failed : ExecutionStatus.Running);
    }

    private ExecutionCheckpoint Step()
    {
        RandomExecution[] candidates = [.. _executions.Where(execution => !_changed.Exists(changed => changed.Name == execution.Name))];
        if (candidates.Length == 0)
        {
            return Start();
        }

        // The last ones more often: short lives are the rule.
        RandomExecution execution = candidates[_random.Next(4) == 0 ? _random.Next(candidates.Length) : _random.Next(Math.Max(0, candidates.Length - LastExecutions), candidates.Length)];
        bool ends = execution.IsOpen ? _random.Next(4) == 0 : _random.Next(8) == 0;
        bool stays = !execution.IsOpen && _random.Next(3) > 0;
        return stays ? Start() : Checkpoint(execution, ends ? ExecutionStatus.Succeeded : ExecutionStatus.Running);
    }

    private ExecutionCheckpoint Checkpoint(RandomExecution execution, ExecutionStatus status)
    {
        bool wasOpen = execution.IsOpen;
        bool isOpen = status == ExecutionStatus.Running;
        var checkpoint = new ExecutionCheckpoint
        {
            ExecutionArn = Arn(execution.Name),
            StateMachineArn = Machine,
            StartDate = Now,
            ExpectedVersion = execution.Version,
            Status = status,
            StopDate = isOpen ? null : Now.AddSeconds(execution.Version),
            Description = execution.Version == 0 ? Bytes() : default,
            Outcome = isOpen ? default : Bytes(),
            State = isOpen && (!wasOpen || _random.Next(3) > 0) ? Bytes() : default,
        };
        int events = _random.Next(4);
        if (events > 0)
        {
            checkpoint.History = new HistoryChunk(execution.Events + 1, events, Bytes());
        }

        for (int left = isOpen ? _random.Next(3) : 0; left > 0; left--)
        {
            long first = _random.Next(6);
            checkpoint.RemovedParts.Add(new ExecutionPartRange(1 + _random.Next(2), first, first + _random.Next(3)));
        }

        foreach (int id in Enumerable.Range(0, isOpen ? _random.Next(4) : 0).Select(_ => _random.Next(8)).Distinct())
        {
            checkpoint.PutParts.Add(new ExecutionPart(new ExecutionPartKey(1 + (id % 2), id), Bytes()));
        }

        _changed.Add(execution with { Version = execution.Version + 1, Events = execution.Events + events, IsOpen = isOpen });
        return checkpoint;
    }

    private ExecutionDiscard Discard()
    {
        RandomExecution? execution = _executions.Find(execution => execution.Version == 1 && !_changed.Exists(changed => changed.Name == execution.Name));
        if (execution is null)
        {
            return new ExecutionDiscard(Arn("nobody"), Now);
        }

        bool fits = _random.Next(2) == 0;
        if (fits)
        {
            _changed.Add(execution with { Version = 0 });
        }

        return new ExecutionDiscard(Arn(execution.Name), fits ? Now : Now.AddSeconds(-1));
    }

    private StorageOperation Record()
    {
        if (_record is not null)
        {
            return Start();
        }

        _record = $"r{_random.Next(4)}";
        _removesRecord = _random.Next(4) == 0;
        return _removesRecord
            ? new RemoveRecord(RecordKind, _record, _random.Next(2) == 0 && _records.GetValueOrDefault(_record) is > 0 and long version ? version : null)
            : new PutRecord(RecordKind, _record, _random.Next(2) == 0 ? _records.GetValueOrDefault(_record) : null, Bytes());
    }

    private StorageOperation Conflict() => _executions.Count == 0 || _random.Next(3) == 0
        ? new PutRecord(RecordKind, "r0", 1_000_000, Bytes())
        : new ExecutionCheckpoint
        {
            ExecutionArn = Arn(_executions[_random.Next(_executions.Count)].Name),
            StateMachineArn = Machine,
            StartDate = Now,
            ExpectedVersion = 1_000_000,
            Status = ExecutionStatus.Running,
            State = Bytes(),
        };

    private void OnCommitted()
    {
        foreach (RandomExecution changed in _changed)
        {
            _executions.RemoveAll(execution => execution.Name == changed.Name);
            if (changed.Version > 0)
            {
                _executions.Add(changed);
            }
        }

        if (_record is not null && _removesRecord)
        {
            _records.Remove(_record);
        }
        else if (_record is not null)
        {
            _records[_record] = _records.GetValueOrDefault(_record) + 1;
        }
    }

    private string Stream() => Streams[_random.Next(Streams.Length)];

    private int AnyEntry() => _random.Next(4) == 0 ? _random.Next(_entries + 1) : Math.Max(0, _entries - _random.Next(LastEntries));

    private static string EntryId(int number) => $"entry-{number}";

    private StoragePayload Bytes()
    {
        byte[] bytes = new byte[_random.Next(60) == 0 ? 100_000 + _random.Next(200_000) : 1 + _random.Next(400)];
        _random.NextBytes(bytes);
        return StoragePayload.FromBytes(bytes);
    }

    private sealed record RandomExecution(string Name, long Version = 0, long Events = 0, bool IsOpen = false);
}
