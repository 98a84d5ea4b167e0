using LocalBridge.Json;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Collects the fields of states that take and give data: all but Fail states.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class DataStateBuilder<TSelf> : StateBuilder<TSelf>
    where TSelf : DataStateBuilder<TSelf>
{
    private protected DataStateBuilder(StateType type)
        : base(type)
    {
    }

    /// <summary>Sets what part of the raw input the state works on (JSONPath).</summary>
    /// <param name="path">The path; <see langword="null"/> for an empty object.</param>
    public TSelf InputPath(string? path) => Path("InputPath", path);

    /// <summary>Sets what part of the state's data is passed on (JSONPath).</summary>
    /// <param name="path">The path; <see langword="null"/> for an empty object.</param>
    public TSelf OutputPath(string? path) => Path("OutputPath", path);

    /// <summary>Sets the template of the output (JSONata).</summary>
    /// <param name="output">Any JSON; strings in <c>{% %}</c> are expressions.</param>
    public TSelf Output(JsonValue output) => Value("Output", output);

    /// <summary>Sets the template of the output (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public TSelf Output(Action<PayloadBuilder> configure) => Template("Output", configure);
}
