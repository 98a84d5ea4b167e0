using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.ExecutionStarted"/>.</summary>
/// <param name="Input">The execution's input.</param>
/// <param name="RoleArn">The ARN of the role the state machine was created with.</param>
public sealed record ExecutionStartedEventDetails(JsonValue Input, string RoleArn) : HistoryEventDetails;
