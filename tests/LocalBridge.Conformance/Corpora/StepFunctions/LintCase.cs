namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Represents a definition and the verdict of a linter.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Definition">The JSON text of the definition.</param>
/// <param name="IsValid">Whether the linter accepts it.</param>
internal sealed record LintCase(string Id, string Definition, bool IsValid) : ConformanceCase(Id);
