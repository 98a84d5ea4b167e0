using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Collects the fields of states that lead to one other state or end: Pass, Task, Wait, Parallel and Map states.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class FlowStateBuilder<TSelf> : AssigningStateBuilder<TSelf>
    where TSelf : FlowStateBuilder<TSelf>
{
    private protected FlowStateBuilder(StateType type)
        : base(type)
    {
    }

    /// <summary>Sets the state to go on with.</summary>
    /// <param name="state">The name of the state.</param>
    public TSelf Next(string state) => Text("Next", state);

    /// <summary>Lets the machine, branch or iteration end with this state.</summary>
    public TSelf End() => Value("End", JsonValue.True);
}
