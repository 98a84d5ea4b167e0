namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Names what can happen to an execution.</summary>
public enum StimulusKind
{
    /// <summary>The execution begins.</summary>
    Started,

    /// <summary>The previous step ended at its transition budget and there is more to do (<see cref="StepOutput.HasMore"/>).</summary>
    Continued,

    /// <summary>A worker took a task that waits in an activity queue.</summary>
    TaskStarted,

    /// <summary>The request of a <c>.sync</c> or <c>.waitForTaskToken</c> task was accepted.</summary>
    TaskSubmitted,

    /// <summary>A task returned its result.</summary>
    TaskSucceeded,

    /// <summary>A task failed.</summary>
    TaskFailed,

    /// <summary>A task sent a sign of life.</summary>
    TaskHeartbeat,

    /// <summary>A timer that the interpreter asked for is due.</summary>
    TimerFired,

    /// <summary>The execution is stopped from outside.</summary>
    Stopped,
}
