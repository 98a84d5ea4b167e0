namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Represents a real-world definition, which must be read without an error.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Definition">The JSON text of the definition.</param>
internal sealed record WildDefinitionCase(string Id, string Definition) : ConformanceCase(Id);
