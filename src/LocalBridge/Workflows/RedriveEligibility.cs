using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Decides whether an execution can be redriven: one that ended badly, for fourteen days.</summary>
internal readonly record struct RedriveEligibility(RedriveStatus Status, string? Reason)
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(14);

    internal static RedriveEligibility Of(ExecutionStatus status, DateTimeOffset? stopDate, DateTimeOffset now) => status switch
    {
        ExecutionStatus.Running => new(RedriveStatus.NotRedrivable, "Execution is RUNNING and cannot be redriven"),
        ExecutionStatus.Succeeded => new(RedriveStatus.NotRedrivable, "Execution is SUCCEEDED and cannot be redriven"),
        _ when now - stopDate > Period => new(RedriveStatus.NotRedrivable, "Execution redrivable period exceeded"),
        _ => new(RedriveStatus.Redrivable, null),
    };
}
