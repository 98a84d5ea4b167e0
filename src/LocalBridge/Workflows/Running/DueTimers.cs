using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Running;

/// <summary>The alarm of a shard: fires all timers that are due, in their order.</summary>
/// <remarks>A shard has one, which is in its inbox at most once.</remarks>
internal sealed class DueTimers : ShardWork
{
    private int _isPosted;

    /// <summary>Claims the one place in the inbox.</summary>
    internal bool TryPost() => Interlocked.Exchange(ref _isPosted, 1) == 0;

    internal override void Apply(Shard shard)
    {
        // Before the look at the clock: an alarm that goes off from here on is posted again.
        Interlocked.Exchange(ref _isPosted, 0);
        shard.Timers.OnAlarm();
        while (shard.Timers.TakeDue(shard.Now) is ExecutionTimer timer)
        {
            if (timer.Execution.TryRemoveTimer(timer.TimerId, out _))
            {
                shard.Step(timer.Execution, Stimulus.TimerFired(shard.Now, timer.TimerId));
            }
        }
    }
}
