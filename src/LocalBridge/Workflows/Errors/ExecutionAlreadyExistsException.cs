using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an execution name that is taken: by a running execution with another input, or by a closed one (<c>ExecutionAlreadyExists</c> of the AWS API).</summary>
public sealed class ExecutionAlreadyExistsException : LocalBridgeException
{
    internal ExecutionAlreadyExistsException(string executionArn)
        : base("ExecutionAlreadyExists", $"Execution Already Exists: '{executionArn}'")
    {
        ExecutionArn = executionArn;
    }

    /// <summary>Gets the ARN that is taken.</summary>
    public string ExecutionArn { get; }
}
