namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>What a frame is doing.</summary>
/// <remarks>The numbers are stored: <see cref="Ended"/> is never among them, and others keep theirs.</remarks>
internal enum FramePhase
{
    /// <summary>It is to enter <see cref="Frame.Current"/>.</summary>
    Entering,

    /// <summary>It is to run <see cref="Frame.Current"/> once more, without entering it again.</summary>
    Retrying,

    /// <summary>It waits for a task's answer.</summary>
    AwaitingTask,

    /// <summary>It waits for the timer of a Wait state.</summary>
    AwaitingTime,

    /// <summary>It waits for the delay before a retry.</summary>
    AwaitingRetry,

    /// <summary>It waits for the frames of its branches or iterations.</summary>
    AwaitingChildren,

    /// <summary>It waits for the Map Run of a distributed Map state.</summary>
    AwaitingMapRun,

    /// <summary>It has ended; stimuli for it are ignored.</summary>
    Ended,
}
