using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Persisting;

/// <summary>Represents what is known about one execution as a whole.</summary>
/// <remarks>Instances are immutable.</remarks>
internal sealed record ExecutionRecord
{
    /// <summary>Gets what it was started with.</summary>
    internal required ExecutionStart Start { get; init; }

    /// <summary>Gets the revision of the state machine that it is bound to.</summary>
    internal required StateMachineRevisionKey Revision { get; init; }

    internal required ExecutionStatus Status { get; init; }

    /// <summary>Gets when it ended; null while it runs.</summary>
    internal DateTimeOffset? StopDate { get; init; }

    /// <summary>Gets its output; undefined unless it succeeded.</summary>
    internal JsonValue Output { get; init; }

    internal string? Error { get; init; }

    internal string? Cause { get; init; }

    internal string ExecutionArn => Start.ExecutionArn;

    internal string Name => Start.ExecutionName;

    internal string StateMachineArn => Start.StateMachineArn;

    internal DateTimeOffset StartDate => Start.StartTime;

    internal JsonValue Input => Start.Input;

    /// <summary>Returns it as it was while it ran.</summary>
    internal ExecutionRecord AsRunning() => this with
    {
        Status = ExecutionStatus.Running,
        StopDate = null,
        Output = default,
        Error = null,
        Cause = null,
    };

    internal ExecutionRecord Ended(ExecutionResult result) => this with
    {
        Status = result.Status,
        StopDate = result.StopDate,
        Output = result.Output,
        Error = result.Error,
        Cause = result.Cause,
    };
}
