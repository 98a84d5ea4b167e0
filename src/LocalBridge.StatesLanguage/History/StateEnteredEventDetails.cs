using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of an event of a state that was entered.</summary>
/// <param name="Name">The state's name.</param>
/// <param name="Input">The state's raw input, before <c>InputPath</c>.</param>
public sealed record StateEnteredEventDetails(string Name, JsonValue Input) : HistoryEventDetails;
