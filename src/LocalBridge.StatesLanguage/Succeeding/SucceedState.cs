using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Succeeding;

/// <summary>Represents a Succeed state: it ends its graph well.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class SucceedState : State
{
    internal SucceedState(StateFields fields)
        : base(fields)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Succeed;
}
