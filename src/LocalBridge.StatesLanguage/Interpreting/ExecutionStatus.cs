namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Names the states an execution can be in (<c>ExecutionStatus</c> of the AWS API).</summary>
public enum ExecutionStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended well and has an output.</summary>
    Succeeded,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It ran longer than the state machine allows.</summary>
    TimedOut,

    /// <summary>It was stopped from outside.</summary>
    Aborted,

    /// <summary>It is about to be continued from where it failed.</summary>
    PendingRedrive,
}
