using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Checkpoints;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.History;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Says how executions are put into a store and read back.</summary>
/// <remarks>
/// <para>In storage that dies with the process the interpreter's state is kept by reference; in durable storage it is kept in the parts that the interpreter
/// cuts it into, of which each checkpoint writes the changed ones.</para>
/// <para>Safe for use from any thread; an execution belongs to one caller at a time.</para>
/// </remarks>
internal sealed class ExecutionPersistence(PayloadCodec codec, bool isDurable)
{
    /// <summary>The interpreter's keys of what it writes with every checkpoint and of what it writes once.</summary>
    internal const long HeadKey = ExecutionStateSerializer.HeadKey;
    internal const long StartKey = ExecutionStateSerializer.StartKey;

    private static readonly byte[] SubmissionMark = [1];

    /// <summary>Makes the operation that stores what is pending.</summary>
    /// <param name="pending">What is pending. It must not change before the commit completes.</param>
    /// <param name="changes">A buffer that must not be used for anything else before the commit completes.</param>
    internal ExecutionCheckpoint Fill(PendingCheckpoint pending, StateChanges changes)
    {
        ExecutionCheckpoint operation = pending.Operation;
        ExecutionRecord execution = pending.Execution;
        operation.ExpectedVersion = pending.Version;
        operation.Status = execution.Status;
        operation.StopDate = execution.StopDate;
        operation.PutParts.Clear();
        operation.RemovedParts.Clear();
        operation.State = default;
        operation.Description = default;
        operation.Outcome = execution.StopDate is null ? default : codec.Lazy(execution, OutcomeFormat.Instance);
        operation.History = pending.Events.Count == 0 ? null : CreateChunk(pending.Events);
        if (isDurable)
        {
            FillState(pending, operation, changes);
        }
        else if (pending.Version == 0)
        {
            operation.Description = codec.Lazy(execution, DescriptionFormat.Instance);
            operation.State = codec.Lazy(pending.State, NoFormat<ExecutionState>.Instance);
        }

        // Of an execution that has ended the store removes all parts by itself.
        if (execution.StopDate is null)
        {
            FillWaits(pending, operation);
        }

        return operation;
    }

    /// <summary>Takes note that the operation is committed.</summary>
    internal static void Accept(PendingCheckpoint pending)
    {
        ExecutionStateSerializer.AcceptChanges(pending.State);
        pending.OnCommitted();
    }

    internal ExecutionRecord Read(StoredExecution stored)
    {
        ExecutionRecord execution = codec.Read(stored.Description, DescriptionFormat.Instance);
        if (stored.Outcome.IsEmpty)
        {
            return execution.Status == stored.Status ? execution : execution with { Status = stored.Status, StopDate = stored.StopDate };
        }

        ExecutionRecord outcome = codec.Read(stored.Outcome, OutcomeFormat.Instance);
        return execution with
        {
            Status = stored.Status,
            StopDate = stored.StopDate,
            Output = outcome.Output,
            Error = outcome.Error,
            Cause = outcome.Cause,
        };
    }

    /// <summary>Reads the wanted events out of the pieces that hold them.</summary>
    internal ImmutableArray<HistoryEvent> ReadHistory(ImmutableArray<HistoryChunk> chunks, long firstEventId, int count, bool isReverse)
    {
        ImmutableArray<HistoryEvent>.Builder events = ImmutableArray.CreateBuilder<HistoryEvent>();
        foreach (HistoryChunk chunk in chunks)
        {
            IReadOnlyList<HistoryEvent> held = codec.Read(chunk.Payload, HistoryFormat.Instance);
            for (int i = 0; i < held.Count && events.Count < count; i++)
            {
                HistoryEvent next = isReverse ? held[held.Count - 1 - i] : held[i];
                if (isReverse ? next.Id <= firstEventId : next.Id >= firstEventId)
                {
                    events.Add(next);
                }
            }
        }

        return events.DrainToImmutable();
    }

    internal RestoredExecution Restore(OpenExecution open, Func<ExecutionRecord, StateMachineDefinition> findDefinition) =>
        ExecutionRestorer.Restore(codec, Read(open.Execution), open, findDefinition);

    private HistoryChunk CreateChunk(List<HistoryEvent> events)
    {
        // The list is reused after the commit: a store that keeps the value itself needs its own.
        IReadOnlyList<HistoryEvent> held = isDurable ? events : events.ToArray();
        return new HistoryChunk(events[0].Id, events.Count, codec.Lazy(held, HistoryFormat.Instance));
    }

    private void FillState(PendingCheckpoint pending, ExecutionCheckpoint operation, StateChanges changes)
    {
        bool isOpen = pending.Execution.StopDate is null;
        if (!isOpen && pending.Version > 0)
        {
            return;
        }

        changes.Clear();
        ExecutionStateSerializer.WriteChanges(pending.State, changes);
        foreach (StatePartRange range in changes.Removed)
        {
            operation.RemovedParts.Add(new ExecutionPartRange(ExecutionParts.State, range.FirstKey, range.LastKey));
        }

        foreach (StatePart part in changes.Parts)
        {
            switch (part.Key)
            {
                case StartKey:
                    operation.Description = codec.Of(DescriptionFormat.Join(pending.Execution.Revision, part.Content.Span));
                    break;
                case HeadKey when isOpen:
                    operation.State = codec.Of(part.Content);
                    break;
                case not HeadKey when isOpen:
                    operation.PutParts.Add(new ExecutionPart(new ExecutionPartKey(ExecutionParts.State, part.Key), codec.Of(part.Content)));
                    break;
            }
        }
    }

    private void FillWaits(PendingCheckpoint pending, ExecutionCheckpoint operation)
    {
        foreach (ExecutionPartRange range in pending.EndedParts)
        {
            operation.RemovedParts.Add(range);
        }

        foreach (ScheduleTaskCommand task in pending.ScheduledTasks)
        {
            var key = new ExecutionPartKey(ExecutionParts.Task, task.AttemptId);
            operation.PutParts.Add(new ExecutionPart(key, codec.Lazy(task, TaskFormat.Instance)));
        }

        foreach (long attemptId in pending.SubmittedTasks)
        {
            operation.PutParts.Add(new ExecutionPart(new ExecutionPartKey(ExecutionParts.Submission, attemptId), codec.Of(SubmissionMark)));
        }

        foreach (StartTimerCommand timer in pending.StartedTimers)
        {
            var key = new ExecutionPartKey(ExecutionParts.Timer, timer.TimerId);
            operation.PutParts.Add(new ExecutionPart(key, codec.Lazy(timer, TimerFormat.Instance)));
        }
    }
}
