namespace LocalBridge.Workflows.Running;

/// <summary>The handing over of an Express execution, from the thread that started it to its shard.</summary>
internal sealed class ExecutionAdoption(RunningExecution execution) : ShardWork
{
    internal override void Apply(Shard shard) => shard.Adopt(execution);

    internal override void OnAbandoned(Exception exception) => execution.Completion.Abandon(exception);
}
