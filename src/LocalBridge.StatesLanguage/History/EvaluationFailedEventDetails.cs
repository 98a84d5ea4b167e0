namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of <see cref="HistoryEventType.EvaluationFailed"/>.</summary>
/// <param name="Error">The error name, <c>States.QueryEvaluationError</c>.</param>
/// <param name="Cause">The description.</param>
/// <param name="Location">The field in which the expression stands, if known.</param>
/// <param name="State">The name of the state.</param>
public sealed record EvaluationFailedEventDetails(string Error, string Cause, string? Location, string State) : HistoryEventDetails;
