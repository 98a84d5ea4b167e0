namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Asks for a <see cref="StimulusKind.TimerFired"/> stimulus at a time.</summary>
public sealed class StartTimerCommand : Command
{
    internal StartTimerCommand(long timerId, DateTimeOffset dueTime)
    {
        TimerId = timerId;
        DueTime = dueTime;
    }

    /// <summary>Gets the number of the timer, unique in its execution.</summary>
    public long TimerId { get; }

    /// <summary>Gets when the timer is due; a time in the past means at once.</summary>
    public DateTimeOffset DueTime { get; }
}
