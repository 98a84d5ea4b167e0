using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a request whose values break a bound of the service model (<c>ValidationException</c> of the AWS API).</summary>
public sealed class ValidationException : LocalBridgeException
{
    internal ValidationException(string message)
        : base(message)
    {
    }
}
