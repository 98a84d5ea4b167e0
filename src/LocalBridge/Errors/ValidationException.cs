namespace LocalBridge.Errors;

/// <summary>Represents the fault that a request is malformed: a name, size, count or combination of members that is not allowed.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class ValidationException : LocalBridgeException
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="message">What is wrong, in the service's words.</param>
    public ValidationException(string message)
        : this(message, null)
    {
    }

    /// <summary>Initializes the fault with what led to it.</summary>
    /// <param name="message">What is wrong, in the service's words.</param>
    /// <param name="innerException">What led to the fault.</param>
    public ValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
