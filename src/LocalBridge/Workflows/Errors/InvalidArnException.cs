using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an ARN that cannot be read or names the wrong kind of thing (<c>InvalidArn</c> of the AWS API).</summary>
public sealed class InvalidArnException : LocalBridgeException
{
    internal InvalidArnException(string reason)
        : base("InvalidArn", $"Invalid Arn: '{reason}'")
    {
        Reason = reason;
    }

    /// <summary>Gets what is wrong with the ARN.</summary>
    public string Reason { get; }
}
