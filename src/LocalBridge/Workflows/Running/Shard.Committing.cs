using LocalBridge.Storage;
using LocalBridge.Workflows.Errors;
using LocalBridge.Workflows.Persisting;

namespace LocalBridge.Workflows.Running;

internal sealed partial class Shard
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    private readonly CheckpointBatch _batch;
    private readonly List<ExecutionDiscard> _discards = [];
    private volatile Exception? _storageFailure; // set while a commit is being retried; starts are refused with it at once

    internal Exception? StorageFailure => _storageFailure;

    /// <summary>Commits what the round has changed. When that fails, its starts are refused, and it is committed again until it succeeds: what is in
    /// flight, and the removal of the refused starts, which may be in storage nevertheless.</summary>
    private async ValueTask CommitAsync()
    {
        bool isUncertain = false;
        TimeSpan delay = FirstRetryDelay;
        while (TryFillBatch())
        {
            try
            {
                await Engine.Storage.CommitAsync(_batch.Batch, CancellationToken.None).ConfigureAwait(false);
                OnCommitted();
                break;
            }
            catch (StorageConflictException conflict) when (TryResolve(conflict, isUncertain))
            {
                // Without the one in conflict, again.
            }
            catch (Exception exception) when (exception is not StorageFencedException)
            {
                isUncertain = true;
                Engine.Logger.CommitFailed(exception, _batch.Batch.Operations.Count);
                RefuseStarts(exception);
                _storageFailure = exception;
                RefuseWaitingStarts(exception);
                await Task.Delay(delay, Engine.TimeProvider, _stopping.Token).ConfigureAwait(false);
                delay = delay * 2 < LongestRetryDelay ? delay * 2 : LongestRetryDelay;
            }
        }

        if (_storageFailure is not null)
        {
            _storageFailure = null;
            Engine.Logger.StorageRecovered();
        }
    }

    private bool TryFillBatch()
    {
        _batch.Clear();
        foreach (ExecutionDiscard discard in _discards)
        {
            _batch.Add(discard);
        }

        foreach (RunningExecution execution in _dirty)
        {
            if (execution.NeedsCommit)
            {
                _batch.Add(execution.Checkpoint);
            }
        }

        return !_batch.IsEmpty;
    }

    private void OnCommitted()
    {
        _discards.Clear();
        foreach (RunningExecution execution in _dirty)
        {
            if (execution.NeedsCommit)
            {
                ExecutionPersistence.Accept(execution.Checkpoint);
            }
        }
    }

    /// <summary>Takes the execution that is in conflict out of the batch.</summary>
    /// <returns>Whether the conflict is about one of the batch.</returns>
    private bool TryResolve(StorageConflictException conflict, bool isUncertain)
    {
        RunningExecution? execution = _dirty.Find(execution => execution.NeedsCommit && execution.Arn == conflict.Key);
        if (execution is null)
        {
            return false;
        }

        if (isUncertain && conflict.StoredVersion == execution.Checkpoint.NewVersion)
        {
            // The commit that seemed to fail did take effect.
            ExecutionPersistence.Accept(execution.Checkpoint);
            return true;
        }

        ShardWork? beginning = _round.Find(work => work is ExecutionBeginning { HasBegun: true } start && start.Started == execution);
        if (beginning is not null)
        {
            Drop(execution);
            ((ExecutionBeginning)beginning).Refuse(new ExecutionAlreadyExistsException(execution.Arn));
            return true;
        }

        // Somebody else goes on with this execution, so nothing more may come of it here.
        Engine.Logger.ExecutionFenced(conflict, execution.Arn);
        Drop(execution);
        Abandon(execution, conflict);
        return true;
    }

    private void RefuseStarts(Exception exception)
    {
        // Answered at once: their callers need not wait for the storage to come back.
        foreach (ShardWork work in _round)
        {
            if (work is not ExecutionBeginning beginning)
            {
                continue;
            }

            if (beginning.HasBegun && beginning.Started.NeedsCommit)
            {
                Drop(beginning.Started);
                _discards.Add(new ExecutionDiscard(beginning.Started.Arn, beginning.Started.Start.StartTime));
            }

            beginning.Refuse(StorageUnavailableException.NotAccepted($"The execution '{beginning.Started.Arn}'", exception));
            beginning.OnCommitted();
        }
    }

    /// <summary>Refuses the starts that came while the storage fails, and keeps everything else for when it is back.</summary>
    private void RefuseWaitingStarts(Exception exception)
    {
        while (_inbox.Reader.TryRead(out ShardWork? work))
        {
            if (work is ExecutionBeginning beginning)
            {
                beginning.OnAbandoned(StorageUnavailableException.NotAccepted($"The execution '{beginning.Started.Arn}'", exception));
                Engine.Idle.Exit();
            }
            else
            {
                _ready.Enqueue(work);
            }
        }
    }

    private void Drop(RunningExecution execution)
    {
        _executions.Remove(execution.Arn);
        _dirty.Remove(execution);
    }
}
