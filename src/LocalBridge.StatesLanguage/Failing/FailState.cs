using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Failing;

/// <summary>Represents a Fail state: it ends the execution, branch or iteration with an error.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class FailState : State
{
    internal FailState(StateFields fields, TextField error, TextField cause)
        : base(fields)
    {
        Error = error;
        Cause = cause;
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Fail;

    /// <summary>Gets the error name (<c>Error</c> or <c>ErrorPath</c>).</summary>
    public TextField Error { get; }

    /// <summary>Gets the description (<c>Cause</c> or <c>CausePath</c>).</summary>
    public TextField Cause { get; }
}
