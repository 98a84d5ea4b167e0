using LocalBridge.Sqlite.Journaling;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Takes checkpoints of executions into the journal.</summary>
internal sealed class CheckpointEncoder(JournalBuffer journal, ExecutionIndex executions, NameTable names)
{
    /// <returns>Where in the journal it stands.</returns>
    /// <exception cref="StorageConflictException">The stored version is another one; nothing was written.</exception>
    internal int Encode(ExecutionCheckpoint checkpoint, CommitRequest request)
    {
        ReadOnlyMemory<byte> description = request.TakePayload();
        ReadOnlyMemory<byte> outcome = request.TakePayload();
        ReadOnlyMemory<byte> state = request.TakePayload();
        KnownExecution? known = executions.Find(checkpoint.ExecutionArn);
        if ((known?.Version ?? 0) != checkpoint.ExpectedVersion)
        {
            throw new StorageConflictException(checkpoint.ExecutionArn, checkpoint.ExpectedVersion, known?.Version ?? 0);
        }

        bool isOpen = checkpoint.Status == ExecutionStatus.Running;
        int start;
        long id;
        if (known is KnownExecution execution)
        {
            id = execution.Id;
            start = journal.Begin(JournalOperation.Step);
            journal.WriteNumber(id);
            journal.WriteByte(execution.IsOpen ? (byte)1 : (byte)0);
        }
        else
        {
            id = executions.NextId();
            start = journal.Begin(JournalOperation.Start);
            journal.WriteNumber(id);
            journal.WriteText(checkpoint.ExecutionArn);
            journal.WriteNumber(names.FindOrAdd(checkpoint.StateMachineArn));
            journal.WriteNumber(checkpoint.StartDate.UtcTicks);
            journal.WriteBytes(description);
        }

        executions.Set(checkpoint.ExecutionArn, new KnownExecution(id, checkpoint.NewVersion, isOpen));
        journal.WriteNumber(checkpoint.NewVersion);
        journal.WriteByte((byte)checkpoint.Status);
        journal.WriteNumber(checkpoint.StopDate?.UtcTicks ?? 0);
        journal.WriteBytes(outcome);
        journal.WriteBytes(state);
        WriteHistory(checkpoint.History, request);
        WriteParts(checkpoint, request, isOpen);
        return start;
    }

    private void WriteHistory(HistoryChunk? history, CommitRequest request)
    {
        journal.WriteNumber(history?.EventCount ?? 0);
        if (history is not null)
        {
            journal.WriteNumber(history.FirstEventId);
            journal.WriteBytes(request.TakePayload());
        }
    }

    private void WriteParts(ExecutionCheckpoint checkpoint, CommitRequest request, bool isOpen)
    {
        if (!isOpen)
        {
            for (int i = 0; i < checkpoint.PutParts.Count; i++)
            {
                request.TakePayload();
            }

            return;
        }

        journal.WriteNumber(checkpoint.RemovedParts.Count);
        for (int i = 0; i < checkpoint.RemovedParts.Count; i++)
        {
            ExecutionPartRange range = checkpoint.RemovedParts[i];
            journal.WriteNumber(range.Kind);
            journal.WriteNumber(range.FirstId);
            journal.WriteNumber(range.LastId);
        }

        journal.WriteNumber(checkpoint.PutParts.Count);
        for (int i = 0; i < checkpoint.PutParts.Count; i++)
        {
            ExecutionPartKey key = checkpoint.PutParts[i].Key;
            journal.WriteNumber(key.Kind);
            journal.WriteNumber(key.Id);
            journal.WriteBytes(request.TakePayload());
        }
    }
}
