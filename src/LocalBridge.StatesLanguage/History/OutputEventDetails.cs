using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents the details of an event that carries an output only: a succeeded execution, Lambda function or activity.</summary>
/// <param name="Output">The output.</param>
public sealed record OutputEventDetails(JsonValue Output) : HistoryEventDetails;
