using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Succeeding;

/// <summary>Collects the fields of a Succeed state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class SucceedStateBuilder : DataStateBuilder<SucceedStateBuilder>
{
    internal SucceedStateBuilder()
        : base(StateType.Succeed)
    {
    }
}
