namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.MapStateStarted"/>.</summary>
/// <param name="Length">The number of items.</param>
public sealed record MapStateStartedEventDetails(int Length) : HistoryEventDetails;
