using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a task result that is no JSON or too large (<c>InvalidOutput</c> of the AWS API).</summary>
public sealed class InvalidOutputException : LocalBridgeException
{
    internal InvalidOutputException(string reason)
        : base("InvalidOutput", $"Invalid Output: '{reason}'")
    {
        Reason = reason;
    }

    /// <summary>Gets what is wrong with the output.</summary>
    public string Reason { get; }
}
