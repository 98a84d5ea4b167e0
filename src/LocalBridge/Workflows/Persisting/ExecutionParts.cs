namespace LocalBridge.Workflows.Persisting;

/// <summary>The kinds of parts in which an open execution is stored.</summary>
internal static class ExecutionParts
{
    /// <summary>Pieces of the interpreter's state; the number is the interpreter's own key.</summary>
    internal const int State = 1;

    /// <summary>Attempts that wait for an answer, by attempt id.</summary>
    internal const int Task = 2;

    /// <summary>Says of an attempt that its request was accepted.</summary>
    internal const int Submission = 3;

    /// <summary>Timers, by timer id.</summary>
    internal const int Timer = 4;
}
