using System.Text.Json;

namespace LocalBridge.Conformance.Corpora.EventsApi;

/// <summary>Represents a sequence of API calls, queue set-ups and deliveries.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Source">The case, with the members its README names.</param>
internal sealed record ServiceLifecycleCase(string Id, JsonElement Source) : ConformanceCase(Id);
