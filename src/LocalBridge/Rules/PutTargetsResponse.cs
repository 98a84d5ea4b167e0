namespace LocalBridge.Rules;

/// <summary>Represents the answer to <c>PutTargets</c>.</summary>
/// <param name="FailedEntryCount">How many entries failed. The others took effect.</param>
/// <param name="FailedEntries">The entries that failed.</param>
/// <remarks>Immutable, so safe to use from any thread.</remarks>
public sealed record PutTargetsResponse(int FailedEntryCount, IReadOnlyList<FailedTargetEntry> FailedEntries);
