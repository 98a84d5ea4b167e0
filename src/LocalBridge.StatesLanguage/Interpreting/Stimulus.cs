using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>Represents one thing that happens to an execution: the only input of <see cref="Interpreter.Step"/>.</summary>
/// <remarks>The time travels with the stimulus, because the interpreter has no clock. Instances are immutable.</remarks>
public readonly struct Stimulus
{
    private Stimulus(StimulusKind kind, DateTimeOffset time, long id = 0, JsonValue value = default, string? error = null, string? cause = null)
    {
        Kind = kind;
        Time = time;
        Id = id;
        Value = value;
        Error = error;
        Cause = cause;
    }

    /// <summary>Gets what happened.</summary>
    public StimulusKind Kind { get; }

    /// <summary>Gets when it happened; it becomes the timestamp of the history events of the step.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Gets the attempt (<see cref="ScheduleTaskCommand.AttemptId"/>) or timer (<see cref="StartTimerCommand.TimerId"/>) it is about.</summary>
    public long Id { get; }

    /// <summary>Gets the result of a task or the answer to its submission; otherwise undefined.</summary>
    public JsonValue Value { get; }

    /// <summary>Gets the error name of a failure or of a stop; otherwise, or when none was given, <see langword="null"/>.
    /// For <see cref="StimulusKind.TaskStarted"/> the worker's name.</summary>
    public string? Error { get; }

    /// <summary>Gets the cause of a failure or of a stop; otherwise, or when none was given, <see langword="null"/>.</summary>
    public string? Cause { get; }

    /// <summary>Returns the stimulus that begins an execution.</summary>
    /// <param name="time">The start time.</param>
    public static Stimulus Started(DateTimeOffset time) => new(StimulusKind.Started, time);

    /// <summary>Returns the stimulus that goes on after a step that ended at its transition budget.</summary>
    /// <param name="time">The current time.</param>
    public static Stimulus Continued(DateTimeOffset time) => new(StimulusKind.Continued, time);

    /// <summary>Returns the stimulus of an activity task that a worker took.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="workerName">The worker's name, if it gave one.</param>
    public static Stimulus TaskStarted(DateTimeOffset time, long attemptId, string? workerName) =>
        new(StimulusKind.TaskStarted, time, attemptId, error: workerName);

    /// <summary>Returns the stimulus of a <c>.sync</c> or <c>.waitForTaskToken</c> task whose request was accepted.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="output">The answer to the request.</param>
    public static Stimulus TaskSubmitted(DateTimeOffset time, long attemptId, JsonValue output) =>
        new(StimulusKind.TaskSubmitted, time, attemptId, output);

    /// <summary>Returns the stimulus of a task that returned.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="output">The task's result.</param>
    public static Stimulus TaskSucceeded(DateTimeOffset time, long attemptId, JsonValue output) =>
        new(StimulusKind.TaskSucceeded, time, attemptId, output);

    /// <summary>Returns the stimulus of a task that failed.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="error">The error name, which <c>Retry</c> and <c>Catch</c> match.</param>
    /// <param name="cause">The description.</param>
    public static Stimulus TaskFailed(DateTimeOffset time, long attemptId, string? error, string? cause) =>
        new(StimulusKind.TaskFailed, time, attemptId, default, error, cause);

    /// <summary>Returns the stimulus of a task that sent a sign of life.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="attemptId">The attempt.</param>
    public static Stimulus TaskHeartbeat(DateTimeOffset time, long attemptId) => new(StimulusKind.TaskHeartbeat, time, attemptId);

    /// <summary>Returns the stimulus of a timer that is due.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="timerId">The timer.</param>
    public static Stimulus TimerFired(DateTimeOffset time, long timerId) => new(StimulusKind.TimerFired, time, timerId);

    /// <summary>Returns the stimulus that stops an execution from outside.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="error">The error to record, if any.</param>
    /// <param name="cause">The cause to record, if any.</param>
    public static Stimulus Stopped(DateTimeOffset time, string? error, string? cause) =>
        new(StimulusKind.Stopped, time, 0, default, error, cause);
}
