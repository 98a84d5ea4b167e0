using LocalBridge.Errors;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown when the result of an execution is asked for that did not succeed.</summary>
public sealed class ExecutionFailedException : LocalBridgeException
{
    internal ExecutionFailedException(string executionArn, ExecutionStatus status, string? error, string? cause)
        : base("ExecutionFailed", CreateMessage(executionArn, status, error, cause))
    {
        ExecutionArn = executionArn;
        Status = status;
        Error = error;
        Cause = cause;
    }

    /// <summary>Gets the execution.</summary>
    public string ExecutionArn { get; }

    /// <summary>Gets how it ended: <see cref="ExecutionStatus.Failed"/>, <see cref="ExecutionStatus.TimedOut"/> or <see cref="ExecutionStatus.Aborted"/>.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>Gets the error name it ended with, if it has one.</summary>
    public string? Error { get; }

    /// <summary>Gets the cause it ended with, if it has one.</summary>
    public string? Cause { get; }

    private static string CreateMessage(string executionArn, ExecutionStatus status, string? error, string? cause)
    {
        string how = status switch
        {
            ExecutionStatus.TimedOut => "timed out",
            ExecutionStatus.Aborted => "was stopped",
            _ => "failed",
        };
        string what = (error, cause) switch
        {
            (null, null) => string.Empty,
            (null, _) => $": {cause}",
            (_, null) => $" with error '{error}'",
            _ => $" with error '{error}': {cause}",
        };
        return $"The execution '{executionArn}' {how}{what}.";
    }
}
