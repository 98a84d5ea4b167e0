using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.LambdaFunctionScheduled"/>.</summary>
/// <param name="Resource">The function's ARN or name.</param>
/// <param name="Input">The payload.</param>
/// <param name="TimeoutInSeconds">The state's time-out in seconds, if it has one.</param>
/// <param name="TaskCredentials">The evaluated <c>Credentials</c>, or undefined.</param>
public sealed record LambdaFunctionScheduledEventDetails(string Resource, JsonValue Input, long? TimeoutInSeconds, JsonValue TaskCredentials) : HistoryEventDetails;
