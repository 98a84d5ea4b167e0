using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Failing;

/// <summary>Collects the fields of a Fail state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class FailStateBuilder : StateBuilder<FailStateBuilder>
{
    internal FailStateBuilder()
        : base(StateType.Fail)
    {
    }

    /// <summary>Sets the error's name.</summary>
    /// <param name="error">The name; in JSONata also an expression in <c>{% %}</c>.</param>
    public FailStateBuilder Error(string error) => Text("Error", error);

    /// <summary>Sets where the error's name is (JSONPath).</summary>
    /// <param name="path">The path, or a call of an intrinsic function.</param>
    public FailStateBuilder ErrorPath(string path) => Text("ErrorPath", path);

    /// <summary>Sets the description.</summary>
    /// <param name="cause">The text; in JSONata also an expression in <c>{% %}</c>.</param>
    public FailStateBuilder Cause(string cause) => Text("Cause", cause);

    /// <summary>Sets where the description is (JSONPath).</summary>
    /// <param name="path">The path, or a call of an intrinsic function.</param>
    public FailStateBuilder CausePath(string path) => Text("CausePath", path);
}
