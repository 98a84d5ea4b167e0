using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an execution input that is no JSON or too large (<c>InvalidExecutionInput</c> of the AWS API).</summary>
public sealed class InvalidExecutionInputException : LocalBridgeException
{
    internal InvalidExecutionInputException(string reason)
        : base("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'")
    {
        Reason = reason;
    }

    /// <summary>Gets what is wrong with the input.</summary>
    public string Reason { get; }
}
