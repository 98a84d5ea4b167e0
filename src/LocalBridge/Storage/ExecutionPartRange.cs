namespace LocalBridge.Storage;

/// <summary>Names parts of an execution of one kind.</summary>
/// <param name="Kind">The kind of part.</param>
/// <param name="FirstId">The lowest number.</param>
/// <param name="LastId">The highest number, itself in the range.</param>
public readonly record struct ExecutionPartRange(int Kind, long FirstId, long LastId);
