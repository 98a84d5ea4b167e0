namespace LocalBridge.Workflows;

/// <summary>Names the states of a state machine (<c>StateMachineStatus</c> of the AWS API).</summary>
public enum StateMachineStatus
{
    /// <summary>It can be started.</summary>
    Active,

    /// <summary>It was deleted while executions were running; they go on, new ones are refused.</summary>
    Deleting,
}
