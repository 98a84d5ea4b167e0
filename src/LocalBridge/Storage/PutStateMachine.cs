namespace LocalBridge.Storage;

/// <summary>Stores a revision of a state machine as its current one. Older revisions stay as long as open executions are bound to them.</summary>
/// <remarks>Instances are immutable. The revision before it (0 for none) must be the stored one.</remarks>
public sealed class PutStateMachine : StorageOperation
{
    internal PutStateMachine(StateMachineRecord stateMachine)
    {
        StateMachine = stateMachine;
    }

    /// <summary>Gets the revision.</summary>
    public StateMachineRecord StateMachine { get; }
}
