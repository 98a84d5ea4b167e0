using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Represents a recorded run, table of runs or sequence of API calls.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Kind"><c>execution</c>, <c>executionTable</c>, <c>outputTable</c>, <c>expressSync</c>, <c>expressAsync</c>, <c>testState</c> or <c>api</c>.</param>
/// <param name="Source">The case, with the members its README names.</param>
internal sealed record StateMachineCase(string Id, string Kind, JsonElement Source) : ConformanceCase(Id);
