namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Names how bad a <see cref="Diagnostic"/> is (<c>ValidateStateMachineDefinition</c> of the AWS API).</summary>
public enum DiagnosticSeverity
{
    /// <summary>The definition cannot be used.</summary>
    Error,

    /// <summary>The definition can be used, but probably does not do what was meant.</summary>
    Warning,
}
