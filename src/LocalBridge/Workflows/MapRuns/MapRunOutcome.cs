namespace LocalBridge.Workflows.MapRuns;

/// <summary>How one child execution of a Map Run ended.</summary>
/// <param name="StartDate">When it was started.</param>
/// <param name="Result">How it ended.</param>
internal readonly record struct MapRunOutcome(DateTimeOffset StartDate, ExecutionResult Result);
