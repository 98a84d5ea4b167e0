namespace LocalBridge.Workflows;

/// <summary>Represents which part of a history is wanted (<c>GetExecutionHistory</c> of the AWS API).</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record GetHistoryOptions : PageOptions
{
    /// <summary>Gets whether the newest event comes first.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ReverseOrder { get; init; }
}
