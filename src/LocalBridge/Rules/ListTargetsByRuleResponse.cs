using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>Represents a page of <c>ListTargetsByRule</c>.</summary>
/// <param name="Targets">The targets of this page, in the order in which they were put.</param>
/// <param name="NextToken">The token for the next page; <see langword="null"/> on the last.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record ListTargetsByRuleResponse(IReadOnlyList<Target> Targets, string? NextToken);
