namespace LocalBridge.Conformance.Corpora.EventPatterns;

/// <summary>Represents a pattern with the complexity score of its wildcards.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Pattern">The pattern as it was sent.</param>
/// <param name="Complexity">The engine's score.</param>
/// <param name="IsRefused">Whether EventBridge refuses a rule of that score.</param>
internal sealed record PatternComplexityCase(string Id, string Pattern, int Complexity, bool IsRefused) : ConformanceCase(Id);
