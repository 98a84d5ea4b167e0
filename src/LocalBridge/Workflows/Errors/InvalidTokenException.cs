using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a task token that no task has (<c>InvalidToken</c> of the AWS API).</summary>
public sealed class InvalidTokenException : LocalBridgeException
{
    internal InvalidTokenException(string reason)
        : base("InvalidToken", $"Invalid Token: '{reason}'")
    {
        Reason = reason;
    }

    /// <summary>Gets what is wrong with the token.</summary>
    public string Reason { get; }
}
