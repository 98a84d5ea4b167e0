using System.Runtime.InteropServices;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Journaling;

/// <summary>How an execution differs from what the tables have of it.</summary>
internal sealed class PendingExecution
{
    private Dictionary<ExecutionPartKey, ReadOnlyMemory<byte>>? _parts;
    private List<ExecutionPartRange>? _removedParts;
    private List<PendingChunk>? _history;

    /// <summary>Gets the number of its row.</summary>
    internal required long Id { get; init; }

    /// <summary>Gets what the tables have of it.</summary>
    internal required TableState Before { get; init; }

    /// <summary>Gets the ARN in UTF-8; only if it is new, as are the three that follow.</summary>
    internal ReadOnlyMemory<byte> Arn { get; init; }

    internal long StateMachine { get; init; }

    internal long StartDate { get; init; }

    internal ReadOnlyMemory<byte> Description { get; init; }

    internal long Version { get; private set; }

    internal ExecutionStatus Status { get; private set; }

    internal long? StopDate { get; private set; }

    internal ReadOnlyMemory<byte> Outcome { get; private set; }

    /// <summary>Gets the state; empty when the one in the tables stays.</summary>
    internal ReadOnlyMemory<byte> State { get; private set; }

    /// <summary>Gets whether it has ended since the tables had it, so that none of their parts is left.</summary>
    internal bool HasEnded { get; private set; }

    internal bool IsOpen => Status == ExecutionStatus.Running;

    internal ReadOnlySpan<PendingChunk> History => CollectionsMarshal.AsSpan(_history);

    /// <summary>Gets the parts of the tables that go, before <see cref="Parts"/> are put.</summary>
    internal ReadOnlySpan<ExecutionPartRange> RemovedParts => CollectionsMarshal.AsSpan(_removedParts);

    internal IReadOnlyCollection<KeyValuePair<ExecutionPartKey, ReadOnlyMemory<byte>>> Parts => _parts ?? [];

    /// <summary>Takes what the journal says of a checkpoint, behind what identifies the execution.</summary>
    internal void Apply(ref JournalCursor cursor)
    {
        Version = cursor.ReadNumber();
        Status = (ExecutionStatus)cursor.ReadByte();
        long stopDate = cursor.ReadNumber();
        StopDate = stopDate == 0 ? null : stopDate;
        Outcome = cursor.ReadBytes();
        ReadOnlyMemory<byte> state = cursor.ReadBytes();
        if (!state.IsEmpty)
        {
            State = state;
        }

        int events = (int)cursor.ReadNumber();
        if (events > 0)
        {
            (_history ??= []).Add(new PendingChunk(cursor.ReadNumber(), events, cursor.ReadBytes()));
        }

        if (!IsOpen)
        {
            HasEnded = true;
            State = default;
            _parts = null;
            _removedParts = null;
            return;
        }

        for (long left = cursor.ReadNumber(); left > 0; left--)
        {
            Remove(new ExecutionPartRange((int)cursor.ReadNumber(), cursor.ReadNumber(), cursor.ReadNumber()));
        }

        for (long left = cursor.ReadNumber(); left > 0; left--)
        {
            (_parts ??= [])[new ExecutionPartKey((int)cursor.ReadNumber(), cursor.ReadNumber())] = cursor.ReadBytes();
        }
    }

    private void Remove(ExecutionPartRange range)
    {
        if (range.FirstId == range.LastId)
        {
            _parts?.Remove(new ExecutionPartKey(range.Kind, range.FirstId));
        }
        else if (_parts is not null)
        {
            foreach (ExecutionPartKey key in _parts.Keys.Where(key => key.Kind == range.Kind && key.Id >= range.FirstId && key.Id <= range.LastId).ToList())
            {
                _parts.Remove(key);
            }
        }

        if (Before == TableState.Open && !HasEnded)
        {
            (_removedParts ??= []).Add(range);
        }
    }
}
