using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.ActivityScheduled"/>.</summary>
/// <param name="Resource">The activity's ARN.</param>
/// <param name="Input">The task's input.</param>
/// <param name="TimeoutInSeconds">The state's time-out in seconds, if it has one.</param>
/// <param name="HeartbeatInSeconds">The longest time between two heartbeats in seconds, if there is one.</param>
public sealed record ActivityScheduledEventDetails(string Resource, JsonValue Input, long? TimeoutInSeconds, long? HeartbeatInSeconds) : HistoryEventDetails;
