using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.TaskSubmitted"/> and <see cref="HistoryEventType.TaskSucceeded"/>.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The action.</param>
/// <param name="Output">The answer.</param>
public sealed record TaskOutputEventDetails(string ResourceType, string Resource, JsonValue Output) : HistoryEventDetails;
