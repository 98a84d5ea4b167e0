using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.TaskScheduled"/>.</summary>
/// <param name="ResourceType">The service, for example <c>sqs</c> or <c>aws-sdk:s3</c>.</param>
/// <param name="Resource">The action, for example <c>sendMessage.waitForTaskToken</c>.</param>
/// <param name="Region">The Region of the state machine.</param>
/// <param name="Parameters">The request.</param>
/// <param name="TimeoutInSeconds">The state's time-out in seconds, if it has one.</param>
/// <param name="HeartbeatInSeconds">The longest time between two heartbeats in seconds, if there is one.</param>
/// <param name="TaskCredentials">The evaluated <c>Credentials</c>, or undefined.</param>
public sealed record TaskScheduledEventDetails(string ResourceType, string Resource, string Region, JsonValue Parameters, long? TimeoutInSeconds, long? HeartbeatInSeconds, JsonValue TaskCredentials) : HistoryEventDetails;
