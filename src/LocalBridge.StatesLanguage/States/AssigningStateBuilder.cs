using LocalBridge.Json;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Collects the fields of states that can assign variables: all but Succeed and Fail states.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class AssigningStateBuilder<TSelf> : DataStateBuilder<TSelf>
    where TSelf : AssigningStateBuilder<TSelf>
{
    private protected AssigningStateBuilder(StateType type)
        : base(type)
    {
    }

    /// <summary>Sets the variables that are assigned when the state is left.</summary>
    /// <param name="variables">An object: a template for each variable.</param>
    public TSelf Assign(JsonValue variables) => Value("Assign", variables);

    /// <summary>Sets the variables that are assigned when the state is left.</summary>
    /// <param name="configure">Adds the variables.</param>
    public TSelf Assign(Action<PayloadBuilder> configure) => Template("Assign", configure);
}
