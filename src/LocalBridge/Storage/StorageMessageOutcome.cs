namespace LocalBridge.Storage;

/// <summary>Says what became of a message to the owner of an execution.</summary>
public enum StorageMessageOutcome
{
    /// <summary>No other owner works on the execution: it has ended, it does not exist, or it belongs to this owner.</summary>
    NobodyElse,

    /// <summary>The owner of the execution is dead, and nobody has taken it over yet.</summary>
    OwnerIsDead,

    /// <summary>The message was sent.</summary>
    Sent,
}
