namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>The exception that is thrown when the library refuses a definition.</summary>
/// <param name="code">The error code of the service.</param>
/// <param name="message">The message.</param>
internal sealed class DefinitionRefusedException(string code, string message) : Exception(message)
{
    /// <summary>Gets the error code of the service.</summary>
    public string Code { get; } = code;
}
