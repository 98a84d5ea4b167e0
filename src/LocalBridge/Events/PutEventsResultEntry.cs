namespace LocalBridge.Events;

/// <summary>Represents what became of one entry of a <c>PutEvents</c> request: an event id, or an error.</summary>
/// <param name="EventId">The id of the accepted event; <see langword="null"/> when the entry failed.</param>
/// <param name="ErrorCode">The error, for example <c>MalformedDetail</c>; <see langword="null"/> when the entry was accepted.</param>
/// <param name="ErrorMessage">The text of the error; <see langword="null"/> when the entry was accepted.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutEventsResultEntry(string? EventId, string? ErrorCode, string? ErrorMessage);
