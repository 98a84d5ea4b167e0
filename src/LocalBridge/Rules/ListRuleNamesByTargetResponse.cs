namespace LocalBridge.Rules;

/// <summary>Represents a page of <c>ListRuleNamesByTarget</c>.</summary>
/// <param name="RuleNames">The names of this page, in order.</param>
/// <param name="NextToken">The token for the next page; <see langword="null"/> on the last.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record ListRuleNamesByTargetResponse(IReadOnlyList<string> RuleNames, string? NextToken);
