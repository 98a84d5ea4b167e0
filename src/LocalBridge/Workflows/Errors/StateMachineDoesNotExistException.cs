using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a state machine that does not exist (<c>StateMachineDoesNotExist</c> of the AWS API).</summary>
public sealed class StateMachineDoesNotExistException : LocalBridgeException
{
    internal StateMachineDoesNotExistException(string stateMachineArn)
        : base("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{stateMachineArn}'")
    {
        StateMachineArn = stateMachineArn;
    }

    /// <summary>Gets the ARN that was asked for.</summary>
    public string StateMachineArn { get; }
}
