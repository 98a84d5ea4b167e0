namespace LocalBridge.Storage;

/// <summary>Removes a state machine. Its executions stay; what is not there is removed without complaint.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class RemoveStateMachine : StorageOperation
{
    internal RemoveStateMachine(string stateMachineArn)
    {
        StateMachineArn = stateMachineArn;
    }

    /// <summary>Gets the ARN of the state machine.</summary>
    public string StateMachineArn { get; }
}
