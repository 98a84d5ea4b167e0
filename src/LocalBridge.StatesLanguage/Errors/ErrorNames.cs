namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Holds the error names that the States Language reserves, as they stand on the wire (States Language specification, "Appendix A").</summary>
public static class ErrorNames
{
    /// <summary>Matches every error, except those that end the execution at once.</summary>
    public const string All = "States.ALL";

    /// <summary>Matches every failure of a task but a time-out.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>A task or state machine ran longer than its <c>TimeoutSeconds</c>, or a task sent no heartbeat in time.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>A task sent no heartbeat in time.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>The execution cannot go on: a path finds nothing, or a field has an impossible value. Cannot be caught.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>A payload is larger than the limit.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>A <c>ResultPath</c> cannot be applied to the state's input.</summary>
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>A path in a payload template finds nothing.</summary>
    public const string ParameterPathFailure = "States.ParameterPathFailure";

    /// <summary>An intrinsic function was given arguments it cannot work on.</summary>
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>A JSONata expression failed.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";

    /// <summary>No rule of a Choice state matched and it has no <c>Default</c>.</summary>
    public const string NoChoiceMatched = "States.NoChoiceMatched";

    /// <summary>A branch of a Parallel state failed.</summary>
    public const string BranchFailed = "States.BranchFailed";

    /// <summary>More iterations of a Map state failed than it tolerates.</summary>
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>The items of a distributed Map state could not be read.</summary>
    public const string ItemReaderFailed = "States.ItemReaderFailed";

    /// <summary>The results of a distributed Map state could not be written.</summary>
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>The role lacks a permission. Never raised here; known so that definitions that name it are valid.</summary>
    public const string Permissions = "States.Permissions";
}
