using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventsApi;

/// <summary>Represents an event, a target's input selection, and what the target receives.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Source">The case, with the members its README names.</param>
internal sealed record TargetInputCase(string Id, JsonElement Source) : ConformanceCase(Id);
