using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of an event of a state that was left.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Output">The state's output.</param>
/// <param name="AssignedVariables">The variables that the state assigned; <see langword="null"/> when it assigned none.</param>
public sealed record StateExitedEventDetails(string Name, JsonValue Output, JsonObject? AssignedVariables) : HistoryEventDetails;
