namespace LocalBridge.Errors;

/// <summary>Represents the fault that an event pattern is not valid.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class InvalidEventPatternException : LocalBridgeException
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="message">What is wrong and where, in the service's words.</param>
    /// <param name="innerException">The error of the pattern's reader.</param>
    public InvalidEventPatternException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
