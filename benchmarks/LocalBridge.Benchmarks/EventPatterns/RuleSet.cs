namespace LocalBridge.Benchmarks.EventPatterns;

/// <summary>A named set of patterns with the number of events each must match.</summary>
internal sealed record RuleSet(string Name, string[] Patterns, int[]? Expected);
