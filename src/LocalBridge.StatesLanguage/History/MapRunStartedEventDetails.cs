namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.MapRunStarted"/>.</summary>
/// <param name="MapRunArn">The ARN of the Map Run.</param>
public sealed record MapRunStartedEventDetails(string MapRunArn) : HistoryEventDetails;
