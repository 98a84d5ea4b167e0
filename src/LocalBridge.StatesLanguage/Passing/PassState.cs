using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Passing;

/// <summary>Represents a Pass state: it passes its input on, or gives a fixed result.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class PassState : State
{
    internal PassState(StateFields fields, JsonValue result)
        : base(fields)
    {
        Result = result;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Pass;

    /// <summary>Gets the fixed result; undefined when the effective input is the result.</summary>
    public JsonValue Result { get; }
}
