namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of an event that carries an error only: of an execution, a Lambda function, an activity or a Map Run.</summary>
/// <param name="Error">The error name, if there is one.</param>
/// <param name="Cause">The description, if there is one.</param>
public sealed record FailureEventDetails(string? Error, string? Cause) : HistoryEventDetails;
