using LocalBridge.Storage;

namespace LocalBridge.Workflows.Running;

internal sealed partial class Shard
{
    /// <summary>Gives up every stored execution, because the lease of this process has ended: others may go on with them. Express executions are nobody else's and stay.</summary>
    /// <remarks>Takes what is about stored executions out of the round; the rest of the round is still to be carried out.</remarks>
    internal void Surrender(StorageFencedException fenced)
    {
        var exception = new StorageUnavailableException(
            "This process has lost its lease on the storage, so another one may go on with the execution. Ask for the execution again.", fenced);
        for (int i = _round.Count - 1; i >= 0; i--)
        {
            if (_round[i].Execution is not { IsExpress: true } && _round[i] is not ShardSurrender)
            {
                _round[i].OnAbandoned(exception);
                _round.RemoveAt(i);
                _surrenderedWork++;
            }
        }

        _discards.Clear();
        _storageFailure = null;
        int count = 0;
        foreach (RunningExecution execution in _executions.Values)
        {
            if (!execution.IsExpress)
            {
                count++;
                Drop(execution);
                Abandon(execution, exception);
            }
        }

        Engine.Logger.ExecutionsSurrendered(fenced, count);
    }
}
