using LocalBridge.Json;

namespace LocalBridge.Workflows.Tasks;

/// <summary>Represents how one attempt at a task ended.</summary>
/// <remarks>Instances are immutable.</remarks>
internal readonly struct TaskOutcome
{
    private TaskOutcome(TaskOutcomeKind kind, JsonValue output, string? error, string? cause, ITaskJob? job)
    {
        Kind = kind;
        Output = output;
        Error = error;
        Cause = cause;
        Job = job;
    }

    internal TaskOutcomeKind Kind { get; }

    internal JsonValue Output { get; }

    internal string? Error { get; }

    internal string? Cause { get; }

    /// <summary>Gets the job whose end answers the task; <see langword="null"/> when a token does.</summary>
    internal ITaskJob? Job { get; }

    internal static TaskOutcome Succeeded(JsonValue output) => new(TaskOutcomeKind.Succeeded, output, null, null, null);

    internal static TaskOutcome Failed(string? error, string? cause) => new(TaskOutcomeKind.Failed, default, error, cause, null);

    internal static TaskOutcome Submitted(JsonValue output, ITaskJob? job = null) => new(TaskOutcomeKind.Submitted, output, null, null, job);
}
