namespace LocalBridge.Workflows.Tasks;

/// <summary>Names how an attempt at a task can end.</summary>
internal enum TaskOutcomeKind
{
    /// <summary>It has its result.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Its request was accepted; a token or a job answers later.</summary>
    Submitted,
}
