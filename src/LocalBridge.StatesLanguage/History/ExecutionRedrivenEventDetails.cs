namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.ExecutionRedriven"/>.</summary>
/// <param name="RedriveCount">How often the execution has been redriven, this time included.</param>
public sealed record ExecutionRedrivenEventDetails(int RedriveCount) : HistoryEventDetails;
