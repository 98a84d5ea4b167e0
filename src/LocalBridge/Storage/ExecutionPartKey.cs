namespace LocalBridge.Storage;

/// <summary>Names a part of an execution.</summary>
/// <param name="Kind">The kind of part, a small number that means something to the runtime only.</param>
/// <param name="Id">The number among its kind.</param>
public readonly record struct ExecutionPartKey(int Kind, long Id);
