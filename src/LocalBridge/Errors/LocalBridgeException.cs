namespace LocalBridge.Errors;

/// <summary>Represents a fault that the service itself would answer with: the base of one sealed exception for each fault of the services.</summary>
/// <remarks>
/// Misuse of the .NET API (a null argument, a disposed object) throws the usual BCL types instead. Immutable, so safe to use from any thread.
/// </remarks>
public abstract class LocalBridgeException : Exception
{
    private readonly string? _errorCode;

    /// <summary>Initializes a fault whose name on the wire is the name of its type.</summary>
    /// <param name="message">The text of the fault, in the service's words where it has them.</param>
    protected LocalBridgeException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a fault whose name on the wire is the name of its type.</summary>
    /// <param name="message">The text of the fault, in the service's words where it has them.</param>
    /// <param name="innerException">What led to the fault, if anything.</param>
    protected LocalBridgeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a fault with its name on the wire.</summary>
    /// <param name="errorCode">The name of the fault on the wire, for example <c>ExecutionDoesNotExist</c>.</param>
    /// <param name="message">The text of the fault, in the service's words where it has them.</param>
    /// <param name="innerException">What led to the fault, if anything.</param>
    protected LocalBridgeException(string errorCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        _errorCode = errorCode;
    }

    /// <summary>Gets the name of the fault as the service spells it on the wire, for example <c>ExecutionDoesNotExist</c>.</summary>
    public string ErrorCode => _errorCode ?? GetType().Name;
}
