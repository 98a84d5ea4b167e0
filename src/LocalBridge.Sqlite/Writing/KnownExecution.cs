namespace LocalBridge.Sqlite.Writing;

/// <summary>What must be known of an execution to take a checkpoint of it.</summary>
/// <param name="Id">The number of its row.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsOpen">Whether it has not ended.</param>
internal readonly record struct KnownExecution(long Id, long Version, bool IsOpen);
