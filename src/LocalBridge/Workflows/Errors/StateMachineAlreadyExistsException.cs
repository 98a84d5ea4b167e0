using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a state machine whose name is taken by another one with a different definition, role or type (<c>StateMachineAlreadyExists</c> of the AWS API).</summary>
public sealed class StateMachineAlreadyExistsException : LocalBridgeException
{
    internal StateMachineAlreadyExistsException(string stateMachineArn)
        : base("StateMachineAlreadyExists", $"State Machine Already Exists: '{stateMachineArn}'")
    {
        StateMachineArn = stateMachineArn;
    }

    /// <summary>Gets the ARN that is taken.</summary>
    public string StateMachineArn { get; }
}
