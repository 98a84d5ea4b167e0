using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Running;

/// <summary>The next turn of an execution whose last step ended at its budget.</summary>
internal sealed class ExecutionContinuation(RunningExecution execution) : ShardWork
{
    internal override RunningExecution Execution => execution;

    internal override void Apply(Shard shard) => shard.Step(execution, Stimulus.Continued(shard.Now));
}
