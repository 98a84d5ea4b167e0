namespace LocalBridge.Errors;

/// <summary>Represents a fault that the service itself would answer with: the common base of all faults of the control plane.</summary>
/// <remarks>
/// Misuse of the .NET API (a null argument, a disposed object) throws the usual BCL types instead. Immutable, so safe to use from any thread.
/// </remarks>
public abstract class LocalBridgeException : Exception
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="errorCode">The name of the fault on the wire, for example <c>ResourceNotFoundException</c>.</param>
    /// <param name="message">The text of the fault, in the service's words where it has them.</param>
    /// <param name="innerException">What led to the fault, if anything.</param>
    protected LocalBridgeException(string errorCode, string message, Exception? innerException = null)
        : base(message, innerException) => ErrorCode = errorCode;

    /// <summary>Gets the name of the fault as the service spells it, for example <c>ResourceNotFoundException</c>.</summary>
    public string ErrorCode { get; }
}
