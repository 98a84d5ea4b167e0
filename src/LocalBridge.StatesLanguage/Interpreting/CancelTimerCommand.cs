namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Says that a timer is no longer needed. A timer that fires nevertheless is ignored.</summary>
public sealed class CancelTimerCommand : Command
{
    internal CancelTimerCommand(long timerId)
    {
        TimerId = timerId;
    }

    /// <summary>Gets the number of the timer.</summary>
    public long TimerId { get; }
}
