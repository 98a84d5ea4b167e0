namespace LocalBridge.Rules;

/// <summary>Represents a page of <c>ListRules</c>.</summary>
/// <param name="Rules">The rules of this page, by name.</param>
/// <param name="NextToken">The token for the next page; <see langword="null"/> on the last.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record ListRulesResponse(IReadOnlyList<Rule> Rules, string? NextToken);
