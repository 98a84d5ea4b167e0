namespace LocalBridge.Events;

/// <summary>Represents the answer to a <c>PutEvents</c> request: one result for each entry, in the order of the entries.</summary>
/// <param name="FailedEntryCount">How many entries failed. The others were accepted.</param>
/// <param name="Entries">The results.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutEventsResponse(int FailedEntryCount, IReadOnlyList<PutEventsResultEntry> Entries);
