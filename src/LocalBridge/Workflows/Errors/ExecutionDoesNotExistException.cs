using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an execution that does not exist (<c>ExecutionDoesNotExist</c> of the AWS API).</summary>
public sealed class ExecutionDoesNotExistException : LocalBridgeException
{
    internal ExecutionDoesNotExistException(string executionArn)
        : base("ExecutionDoesNotExist", $"Execution Does Not Exist: '{executionArn}'")
    {
        ExecutionArn = executionArn;
    }

    /// <summary>Gets the ARN that was asked for.</summary>
    public string ExecutionArn { get; }
}
