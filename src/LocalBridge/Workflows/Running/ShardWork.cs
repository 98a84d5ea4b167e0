namespace LocalBridge.Workflows.Running;

/// <summary>Represents one thing that happens to the executions of a shard: what its inbox holds.</summary>
internal abstract class ShardWork
{
    /// <summary>Gets the execution it is about, if it is about one that a shard must own first.</summary>
    internal virtual RunningExecution? Execution => null;

    /// <summary>Lets it happen. Runs on the shard, before the commit.</summary>
    internal abstract void Apply(Shard shard);

    /// <summary>Answers whoever waits. Runs on the shard, after the commit.</summary>
    internal virtual void OnCommitted()
    {
    }

    /// <summary>Answers whoever waits that it did not happen: the shard was stopped or failed to apply it.</summary>
    internal virtual void OnAbandoned(Exception exception)
    {
    }
}
