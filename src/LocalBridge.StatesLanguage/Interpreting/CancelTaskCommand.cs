namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Says that the answer of an attempt is no longer awaited (time-out, or its branch ended). Late answers are ignored anyway.</summary>
public sealed class CancelTaskCommand : Command
{
    internal CancelTaskCommand(long attemptId)
    {
        AttemptId = attemptId;
    }

    /// <summary>Gets the number of the attempt.</summary>
    public long AttemptId { get; }
}
