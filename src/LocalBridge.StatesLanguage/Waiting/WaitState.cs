using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Represents a Wait state: it waits for a time.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class WaitState : State
{
    internal WaitState(StateFields fields, WaitTime time)
        : base(fields)
    {
        Time = time;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Wait;

    /// <summary>Gets how long, or until when.</summary>
    public WaitTime Time { get; }
}
