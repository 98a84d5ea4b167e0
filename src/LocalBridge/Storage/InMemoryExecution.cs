using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Storage;

/// <summary>Holds one execution of an <see cref="InMemoryStorage"/> with its history and, while it is open, with its parts.</summary>
/// <remarks>Guarded by the lock of its storage.</remarks>
internal sealed class InMemoryExecution(ExecutionCheckpoint first, long sequence)
{
    private readonly List<HistoryChunk> _history = [];
    private readonly List<ExecutionPart> _parts = []; // few, and the newest go first
    private StoragePayload _description;
    private StoragePayload _outcome;
    private StoragePayload _state;

    internal string ExecutionArn { get; } = first.ExecutionArn;

    internal string StateMachineArn { get; } = first.StateMachineArn;

    internal DateTimeOffset StartDate { get; } = first.StartDate;

    internal ExecutionStatus Status { get; private set; }

    internal DateTimeOffset? StopDate { get; private set; }

    internal long Version { get; private set; }

    /// <summary>Gets the place in the list of executions: rises with each start.</summary>
    internal long Sequence { get; } = sequence;

    internal bool IsOpen => Status == ExecutionStatus.Running;

    internal void Apply(ExecutionCheckpoint checkpoint)
    {
        Version = checkpoint.NewVersion;
        Status = checkpoint.Status;
        StopDate = checkpoint.StopDate;
        _description = checkpoint.Description.IsEmpty ? _description : checkpoint.Description.Keep();
        _outcome = checkpoint.Outcome.Keep();
        if (checkpoint.History is HistoryChunk chunk)
        {
            _history.Add(chunk with { Payload = chunk.Payload.Keep() });
        }

        if (!IsOpen)
        {
            Close();
            return;
        }

        _state = checkpoint.State.IsEmpty ? _state : checkpoint.State.Keep();
        foreach (ExecutionPartRange range in checkpoint.RemovedParts)
        {
            Remove(range);
        }

        foreach (ExecutionPart part in checkpoint.PutParts)
        {
            Put(part);
        }
    }

    internal StoredExecution Read() => new()
    {
        ExecutionArn = ExecutionArn,
        StateMachineArn = StateMachineArn,
        Version = Version,
        Status = Status,
        StartDate = StartDate,
        StopDate = StopDate,
        Description = _description,
        Outcome = _outcome,
    };

    internal OpenExecution ReadOpen() =>
        new(Read(), _state, [.. _parts.OrderBy(static part => part.Key.Kind).ThenBy(static part => part.Key.Id)]);

    internal ImmutableArray<HistoryChunk> ReadHistory(long firstEventId, int count, bool isReverse)
    {
        ImmutableArray<HistoryChunk>.Builder chunks = ImmutableArray.CreateBuilder<HistoryChunk>();
        if (_history.Count == 0 || count <= 0)
        {
            return [];
        }

        int index = isReverse ? IndexOf(Math.Min(firstEventId, _history[^1].LastEventId)) : IndexOf(Math.Max(firstEventId, 1));
        long left = count;
        while ((uint)index < (uint)_history.Count && left > 0)
        {
            HistoryChunk chunk = _history[index];
            chunks.Add(chunk);
            left -= isReverse
                ? Math.Min(firstEventId, chunk.LastEventId) - chunk.FirstEventId + 1
                : chunk.LastEventId - Math.Max(firstEventId, chunk.FirstEventId) + 1;
            index += isReverse ? -1 : 1;
        }

        return chunks.DrainToImmutable();
    }

    /// <summary>Finds the chunk that holds an event; behind the last one when none does.</summary>
    private int IndexOf(long eventId)
    {
        int low = 0;
        int high = _history.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_history[middle].LastEventId < eventId)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Put(ExecutionPart part)
    {
        var kept = new ExecutionPart(part.Key, part.Payload.Keep());
        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            if (_parts[i].Key == part.Key)
            {
                _parts[i] = kept;
                return;
            }
        }

        _parts.Add(kept);
    }

    private void Remove(ExecutionPartRange range)
    {
        // From the end: what began last is most likely to end first, or is the only one.
        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            ExecutionPartKey key = _parts[i].Key;
            if (key.Kind == range.Kind && key.Id >= range.FirstId && key.Id <= range.LastId)
            {
                _parts.RemoveAt(i);
                if (range.FirstId == range.LastId)
                {
                    return;
                }
            }
        }
    }

    private void Close()
    {
        _state = default;
        _parts.Clear();
        _parts.TrimExcess();
        _history.TrimExcess();
    }
}
