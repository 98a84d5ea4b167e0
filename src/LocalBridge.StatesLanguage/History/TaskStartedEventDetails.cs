namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.TaskStarted"/>.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The action.</param>
public sealed record TaskStartedEventDetails(string ResourceType, string Resource) : HistoryEventDetails;
