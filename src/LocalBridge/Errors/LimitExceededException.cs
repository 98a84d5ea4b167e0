namespace LocalBridge.Errors;

/// <summary>Represents the fault that a request would pass a limit, for example more than five targets on one rule.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed class LimitExceededException : LocalBridgeException
{
    /// <summary>Initializes the fault.</summary>
    /// <param name="message">What is wrong, in the service's words.</param>
    public LimitExceededException(string message)
        : base(message)
    {
    }
}
