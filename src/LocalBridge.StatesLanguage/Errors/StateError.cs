namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Represents the failure of a state, a branch or an execution: data that travels to <c>Retry</c>, <c>Catch</c> and the history.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Error">The error name; <see langword="null"/> when a callback gave none.</param>
/// <param name="Cause">The description; <see langword="null"/> when there is none.</param>
public sealed record StateError(string? Error, string? Cause)
{
    /// <summary>Gets whether no retrier and no catcher sees it: it fails the execution.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>Gets whether a task raised it, so that <c>States.TaskFailed</c> matches it.</summary>
    internal bool IsTaskFailure { get; init; }

    /// <summary>Gets whether it is a missed heartbeat: reported as <c>States.Timeout</c>, matched by <c>States.HeartbeatTimeout</c> too.</summary>
    internal bool IsHeartbeatTimeout { get; init; }

    /// <summary>Gets whether <see cref="Cause"/> still needs the name of the state and the event id of its entry in front.</summary>
    internal bool NeedsPlace { get; init; }

    /// <summary>Gets whether it is a failed evaluation of JSONata, which the history shows as an event of its own.</summary>
    internal bool IsEvaluation { get; init; }

    /// <summary>Gets the field in which the failed expression stands; null when no expression is at fault.</summary>
    internal string? Location { get; init; }

    /// <summary>Gets whether an expression gave a value, and it was that value which could not be used.</summary>
    internal bool IsUnusableValue { get; init; }

    internal static StateError Evaluation(string cause, string? location) =>
        new(ErrorNames.QueryEvaluationError, cause) { IsEvaluation = true, Location = location, NeedsPlace = true };

    internal static StateError Runtime(string cause) =>
        new(ErrorNames.Runtime, cause) { IsTerminal = true, NeedsPlace = true };

    internal static StateError DataLimitExceeded(string name) =>
        new(ErrorNames.DataLimitExceeded, $"The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit.")
        {
            IsTerminal = true,
        };

    internal StateError At(string stateName, long enteredEventId) => !NeedsPlace
        ? this
        : this with
        {
            Cause = $"An error occurred while executing the state '{stateName}' (entered at the event id #{enteredEventId}). {Cause}",
            NeedsPlace = false,
        };
}
