using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Represents a definition and what the service says about it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Call"><c>CreateStateMachine</c> or <c>ValidateStateMachineDefinition</c>.</param>
/// <param name="Definition">The text of the definition as it was sent.</param>
/// <param name="Source">The line, with the members its README names.</param>
internal sealed record ValidationCase(string Id, string Call, string Definition, JsonElement Source) : ConformanceCase(Id);
