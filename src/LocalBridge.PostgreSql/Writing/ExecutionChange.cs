using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>What a group changes of one execution, all its checkpoints taken together.</summary>
internal sealed class ExecutionChange
{
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

    /// <summary>Gets what the first checkpoint says about the execution.</summary>
    internal byte[]? Description { get; private set; }

    /// <summary>Gets what the last checkpoint says about its end.</summary>
    internal byte[]? Outcome { get; private set; }

    /// <summary>Gets the last state that was given; null to leave it as it is.</summary>
    internal byte[]? State { get; private set; }

    internal List<(HistoryChunk Chunk, byte[] Payload)> History { get; } = [];

    internal List<ExecutionPartRange> RemovedParts { get; } = [];

    internal Dictionary<ExecutionPartKey, byte[]> PutParts { get; } = [];

    /// <summary>Adds a checkpoint, whose payloads are next in its batch.</summary>
    internal void Add(ExecutionCheckpoint checkpoint, CommitRequest request)
    {
        byte[]? description = request.TakePayload();
        if (checkpoint == First)
        {
            Description = description;
        }

        Last = checkpoint;
        Outcome = request.TakePayload();
        State = request.TakePayload() ?? State;
        if (checkpoint.History is { } history)
        {
            History.Add((history, request.TakePayload() ?? []));
        }

        for (int i = 0; i < checkpoint.RemovedParts.Count; i++)
        {
            Remove(checkpoint.RemovedParts[i]);
        }

        for (int i = 0; i < checkpoint.PutParts.Count; i++)
        {
            PutParts[checkpoint.PutParts[i].Key] = request.TakePayload() ?? [];
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
