namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of a service integration that failed, timed out or could not be started or submitted.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The action.</param>
/// <param name="Error">The error name, if there is one.</param>
/// <param name="Cause">The description, if there is one.</param>
public sealed record TaskFailureEventDetails(string ResourceType, string Resource, string? Error, string? Cause) : HistoryEventDetails;
