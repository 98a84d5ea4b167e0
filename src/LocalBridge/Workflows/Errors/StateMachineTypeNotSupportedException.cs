using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for an operation that the type of the state machine, Standard or Express, does not offer
/// (<c>StateMachineTypeNotSupported</c> of the AWS API).</summary>
public sealed class StateMachineTypeNotSupportedException : LocalBridgeException
{
    internal StateMachineTypeNotSupportedException()
        : base("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine")
    {
    }
}
