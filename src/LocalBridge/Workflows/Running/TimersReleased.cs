namespace LocalBridge.Workflows.Running;

/// <summary>The word that all timers of a recovery are there, and may fire.</summary>
internal sealed class TimersReleased : ShardWork
{
    internal override void Apply(Shard shard) => shard.ReleaseTimers();
}
