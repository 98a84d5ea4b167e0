namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.ActivityStarted"/>.</summary>
/// <param name="WorkerName">The name the worker gave, if any.</param>
public sealed record ActivityStartedEventDetails(string? WorkerName) : HistoryEventDetails;
