namespace LocalBridge.Targets.Recording;

/// <summary>Represents an accepted event in storage.</summary>
/// <param name="EventId">The id of the event.</param>
/// <param name="EventBusName">The bus that accepted it.</param>
/// <param name="IngestionTime">When it was accepted, in UTC.</param>
/// <param name="Envelope">The whole envelope as UTF-8 JSON.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record EventRecord(Guid EventId, string EventBusName, DateTimeOffset IngestionTime, ReadOnlyMemory<byte> Envelope);
