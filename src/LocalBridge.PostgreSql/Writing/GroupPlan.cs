using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>The batches of one transaction, sorted by what they change, so that each kind of change is one statement however many batches there are.</summary>
internal sealed class GroupPlan
{
    private readonly Dictionary<string, ExecutionChange> _executions = new(StringComparer.Ordinal);
    private readonly List<(CommitRequest Request, ExecutionChange Change, ExecutionCheckpoint Checkpoint)> _checks = [];

    /// <exception cref="NotSupportedException">An operation is unknown.</exception>
    internal GroupPlan(IReadOnlyList<CommitRequest> requests, KnownExecutions known)
    {
        foreach (CommitRequest request in requests)
        {
            request.Rewind();
            for (int i = 0; i < request.Operations.Count; i++)
            {
                Add(request, request.Operations[i]);
            }
        }

        foreach (ExecutionChange change in _executions.Values)
        {
            if (!change.IsNew && known.Find(change.First.ExecutionArn) is > 0 and long id)
            {
                change.Remember(id);
            }
        }
    }

    internal IReadOnlyCollection<ExecutionChange> Executions => _executions.Values;

    /// <summary>Gets every checkpoint with the batch that it came in, in order.</summary>
    internal IReadOnlyList<(CommitRequest Request, ExecutionChange Change, ExecutionCheckpoint Checkpoint)> Checks => _checks;

    internal List<ExecutionDiscard> Discards { get; } = [];

    internal List<(CommitRequest Request, StorageOperation Operation, byte[] Payload)> Records { get; } = [];

    internal List<EntryWave> Entries { get; } = [];

    internal ExecutionChange this[string executionArn] => _executions[executionArn];

    private void Add(CommitRequest request, StorageOperation operation)
    {
        switch (operation)
        {
            case ExecutionCheckpoint checkpoint:
                Add(request, checkpoint);
                break;
            case ExecutionDiscard discard:
                Discards.Add(discard);
                break;
            case PutRecord:
                Records.Add((request, operation, request.TakePayload() ?? []));
                break;
            case RemoveRecord:
                Records.Add((request, operation, []));
                break;
            case AppendEntry or UpdateEntry or RemoveEntry:
                if (Entries.Count == 0 || !Entries[^1].TryAdd(operation, request))
                {
                    var wave = new EntryWave();
                    wave.TryAdd(operation, request);
                    Entries.Add(wave);
                }

                break;
            default:
                throw new NotSupportedException(
                    $"The PostgreSQL storage has no place for the operation '{operation.GetType().Name}'. Use the version that belongs to this LocalBridge.");
        }
    }

    private void Add(CommitRequest request, ExecutionCheckpoint checkpoint)
    {
        if (!_executions.TryGetValue(checkpoint.ExecutionArn, out ExecutionChange? change))
        {
            _executions.Add(checkpoint.ExecutionArn, change = new ExecutionChange(checkpoint));
        }

        change.Add(checkpoint, request);
        _checks.Add((request, change, checkpoint));
    }
}
