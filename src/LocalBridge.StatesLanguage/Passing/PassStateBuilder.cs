using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Passing;

/// <summary>Collects the fields of a Pass state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class PassStateBuilder : FlowStateBuilder<PassStateBuilder>
{
    internal PassStateBuilder()
        : base(StateType.Pass)
    {
    }

    /// <summary>Sets the template of the effective input (JSONPath).</summary>
    /// <param name="template">Any JSON; fields that end in <c>.$</c> are expressions.</param>
    public PassStateBuilder Parameters(JsonValue template) => Value("Parameters", template);

    /// <summary>Sets the template of the effective input (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public PassStateBuilder Parameters(Action<PayloadBuilder> configure) => Template("Parameters", configure);

    /// <summary>Sets a fixed result (JSONPath).</summary>
    /// <param name="result">The result.</param>
    public PassStateBuilder Result(JsonValue result) => Value("Result", result);

    /// <summary>Sets where the result goes in the state's raw input (JSONPath).</summary>
    /// <param name="path">The reference path; <see langword="null"/> to throw the result away.</param>
    public PassStateBuilder ResultPath(string? path) => Path("ResultPath", path);
}
