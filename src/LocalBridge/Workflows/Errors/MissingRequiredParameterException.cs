using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a request that lacks a value it needs (<c>MissingRequiredParameter</c> of the AWS API).</summary>
public sealed class MissingRequiredParameterException : LocalBridgeException
{
    internal MissingRequiredParameterException(string message)
        : base("MissingRequiredParameter", message)
    {
    }
}
