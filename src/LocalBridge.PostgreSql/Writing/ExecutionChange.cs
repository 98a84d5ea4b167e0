using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>What a group changes of one execution, all its checkpoints taken together.</summary>
internal sealed class ExecutionChange
{
    private readonly List<ExecutionCheckpoint> _checkpoints = [];

    internal ExecutionChange(ExecutionCheckpoint first)
    {
        First = first;
        Last = first;
    }

    internal ExecutionCheckpoint First { get; }

    internal ExecutionCheckpoint Last { get; private set; }

    internal bool IsNew => First.ExpectedVersion == 0;

    internal bool IsOpen => Last.Status == ExecutionStatus.Running;

    /// <summary>Gets the row it has in the database; 0 until it is found or made.</summary>
    internal long Id { get; set; }

    /// <summary>Gets whether its row is remembered, so that the statements that change it have to prove that it is so.</summary>
    internal bool IsRemembered { get; private set; }

    /// <summary>Gets whether it had ended, and goes on.</summary>
    internal bool IsReopened { get; set; }

    /// <summary>Gets the last state that was given; null to leave it as it is.</summary>
    internal byte[]? State { get; private set; }

    internal List<HistoryChunk> History { get; } = [];

    internal List<ExecutionPartRange> RemovedParts { get; } = [];

    internal Dictionary<ExecutionPartKey, byte[]> PutParts { get; } = [];

    internal IReadOnlyList<ExecutionCheckpoint> Checkpoints => _checkpoints;

    internal void Add(ExecutionCheckpoint checkpoint)
    {
        _checkpoints.Add(checkpoint);
        Last = checkpoint;
        if (!checkpoint.State.IsEmpty)
        {
            State = checkpoint.State.ToBytes().ToArray();
        }

        if (checkpoint.History is { } history)
        {
            History.Add(history);
        }

        for (int i = 0; i < checkpoint.RemovedParts.Count; i++)
        {
            Remove(checkpoint.RemovedParts[i]);
        }

        for (int i = 0; i < checkpoint.PutParts.Count; i++)
        {
            PutParts[checkpoint.PutParts[i].Key] = checkpoint.PutParts[i].Payload.ToBytes().ToArray();
        }
    }

    internal void Remember(long id)
    {
        Id = id;
        IsRemembered = true;
    }

    private void Remove(ExecutionPartRange range)
    {
        RemovedParts.Add(range);
        foreach (ExecutionPartKey key in PutParts.Keys)
        {
            if (key.Kind == range.Kind && key.Id >= range.FirstId && key.Id <= range.LastId)
            {
                PutParts.Remove(key); // allowed while enumerating
            }
        }
    }
}
