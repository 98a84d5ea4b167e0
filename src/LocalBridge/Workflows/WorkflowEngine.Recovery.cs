using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.Storage;
using LocalBridge.Workflows.Definitions;
using LocalBridge.Workflows.Persisting;
using LocalBridge.Workflows.Running;

namespace LocalBridge.Workflows;

internal sealed partial class WorkflowEngine
{
    private const int RecoveryWindow = 256;

    /// <summary>Takes over the open executions of processes that died.</summary>
    internal async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        int executions = await RecoverAsync(cancellationToken).ConfigureAwait(false);
        if (executions > 0)
        {
            Logger.ExecutionsTakenOver(executions);
        }
    }

    /// <summary>Gives up all stored executions: the lease was lost.</summary>
    internal async Task SurrenderAsync(StorageFencedException fenced)
    {
        foreach (Shard shard in _shards)
        {
            var surrender = new ShardSurrender(fenced);
            shard.Post(surrender);
            await surrender.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Recovers, and when the lease is lost over it, begins once more as a new owner.</summary>
    private async Task<int> RecoverAtStartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await RecoverAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (StorageFencedException fenced) when (Storage.LeaseDuration is not null)
            {
                await SurrenderAsync(fenced).ConfigureAwait(false);
                await Storage.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes over the open executions that nobody works on. No timer fires before all are back, so that those that are due fire in their order.</summary>
    private async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        // Where others share the storage, their executions may be bound to any revision; and most looks find nothing to take over.
        bool isShared = Storage.LeaseDuration is not null;
        Dictionary<(string Arn, StateMachineRevisionKey Key), StateMachineDefinition>? old =
            isShared ? null : await _stateMachineStore.ReadRevisionsAsync(cancellationToken).ConfigureAwait(false);
        HashSet<(string Arn, StateMachineRevisionKey Key)> unused = old is null ? [] : [.. old.Keys];
        int executions = 0;
        foreach (Shard shard in _shards)
        {
            shard.HoldTimers();
        }

        try
        {
            Task last = Task.CompletedTask;
            await foreach (OpenExecution open in Storage.ClaimExecutionsAsync(cancellationToken).ConfigureAwait(false))
            {
                old ??= await _stateMachineStore.ReadRevisionsAsync(cancellationToken).ConfigureAwait(false);
                RestoredExecution restored = Persistence.Restore(open, Find);
                Shard shard = ShardOf(restored.Execution.ExecutionArn);
                var execution = new RunningExecution(shard, restored.State, restored.Execution, restored.Version);
                var recovery = new ExecutionRecovery(execution, restored);
                shard.Post(recovery);
                last = recovery.Task;
                if (++executions % RecoveryWindow == 0)
                {
                    // So many may wait in the shards at once; the store need not wait for each.
                    await last.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await last.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (Shard shard in _shards)
            {
                shard.Post(new TimersReleased());
            }
        }

        await _stateMachineStore.RemoveRevisionsAsync(unused, cancellationToken).ConfigureAwait(false);
        return executions;

        StateMachineDefinition Find(ExecutionRecord execution)
        {
            // The child of a Map Run is bound to a part of the definition, which the label behind the slash names.
            (string arn, string? label) = StatesArns.SplitLabel(execution.StateMachineArn);
            StateMachineDefinition? definition = FindWhole(arn, execution.Revision);
            return (label is null ? definition : definition?.FindMapRun(label)) ?? throw new StorageFormatException(
                $"The execution '{execution.ExecutionArn}' is bound to revision {execution.Revision.Number} of '{execution.StateMachineArn}', which is not stored. The data is incomplete; restore it from a backup.");
        }

        StateMachineDefinition? FindWhole(string arn, StateMachineRevisionKey revision)
        {
            StateMachineRevision? current = StateMachines.Find(arn);
            if (current is not null && current.Key == revision)
            {
                return current.Definition;
            }

            unused.Remove((arn, revision));
            return old!.GetValueOrDefault((arn, revision));
        }
    }
}
