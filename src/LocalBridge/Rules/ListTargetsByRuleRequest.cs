namespace LocalBridge.Rules;

/// <summary>Represents a request for a page of <c>ListTargetsByRule</c>.</summary>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record ListTargetsByRuleRequest
{
    /// <summary>Gets the name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the name or ARN of the bus.</summary>
    /// <value>The default value is <see langword="null"/>: the default bus.</value>
    public string? EventBusName { get; init; }

    /// <summary>Gets the token of the page before this one.</summary>
    /// <value>The default value is <see langword="null"/>: the first page.</value>
    public string? NextToken { get; init; }

    /// <summary>Gets how many items a page may have, 1 to 100.</summary>
    /// <value>The default value is <see langword="null"/>: 100.</value>
    public int? Limit { get; init; }
}
