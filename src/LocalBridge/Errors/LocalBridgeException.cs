namespace LocalBridge.Errors;

/// <summary>Represents a fault that LocalBridge reports to its caller: the base of one sealed exception for each fault of the services.</summary>
public abstract class LocalBridgeException : Exception
{
    /// <summary>Initializes the exception with its message.</summary>
    /// <param name="message">What is wrong, and what would be right.</param>
    protected LocalBridgeException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with its message and what caused it.</summary>
    /// <param name="message">What is wrong, and what would be right.</param>
    /// <param name="innerException">The cause.</param>
    protected LocalBridgeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
