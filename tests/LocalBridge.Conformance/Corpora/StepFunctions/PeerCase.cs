using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.StepFunctions;

/// <summary>Represents one expression, path, template or choice with the result another local engine expects.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Kind">What is evaluated, for example <c>intrinsic</c>.</param>
/// <param name="Source">The line.</param>
internal sealed record PeerCase(string Id, string Kind, JsonElement Source) : ConformanceCase(Id);
