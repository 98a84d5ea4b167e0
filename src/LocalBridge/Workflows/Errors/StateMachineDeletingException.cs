using LocalBridge.Errors;

namespace LocalBridge.Workflows.Errors;

/// <summary>The exception that is thrown for a state machine that is being deleted and takes no new executions (<c>StateMachineDeleting</c> of the AWS API).</summary>
public sealed class StateMachineDeletingException : LocalBridgeException
{
    internal StateMachineDeletingException(string stateMachineArn)
        : base($"State Machine is being deleted: '{stateMachineArn}'")
    {
        StateMachineArn = stateMachineArn;
    }

    /// <summary>Gets the ARN of the state machine.</summary>
    public string StateMachineArn { get; }
}
