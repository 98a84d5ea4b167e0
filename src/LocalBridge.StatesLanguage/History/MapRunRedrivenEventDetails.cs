namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.MapRunRedriven"/>.</summary>
/// <param name="MapRunArn">The ARN of the Map Run.</param>
/// <param name="RedriveCount">How often it has been redriven, this time included.</param>
public sealed record MapRunRedrivenEventDetails(string MapRunArn, int RedriveCount) : HistoryEventDetails;
