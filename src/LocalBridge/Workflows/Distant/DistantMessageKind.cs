namespace LocalBridge.Workflows.Distant;

/// <summary>What one process says to another. The numbers are sent: none is used again for something else.</summary>
internal enum DistantMessageKind
{
    /// <summary>Stop an execution.</summary>
    Stop = 1,

    /// <summary>A task has succeeded.</summary>
    TaskSucceeded = 2,

    /// <summary>A task has failed.</summary>
    TaskFailed = 3,

    /// <summary>A task goes on.</summary>
    TaskHeartbeat = 4,

    /// <summary>Tell when an execution has ended.</summary>
    Watch = 5,

    /// <summary>What was asked for is done.</summary>
    Done = 6,

    /// <summary>What was asked for cannot be done: the task is over.</summary>
    TaskOver = 7,

    /// <summary>What was asked for cannot be done now.</summary>
    Refused = 8,

    /// <summary>An execution has ended, or is not worked on here.</summary>
    Ended = 9,

    /// <summary>Definitions were changed.</summary>
    DefinitionsChanged = 10,
}
