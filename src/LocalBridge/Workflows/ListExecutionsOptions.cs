using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Represents which executions are wanted (<c>ListExecutions</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record ListExecutionsOptions : PageOptions
{
    /// <summary>Gets the status that is wanted; <see langword="null"/> for all.</summary>
    public ExecutionStatus? StatusFilter { get; init; }
}
