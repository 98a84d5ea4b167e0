namespace LocalBridge.Storage;

/// <summary>Represents a piece of an open execution that is stored by itself: a branch, a result of an iteration, a pending task, a timer.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Payload">What it holds.</param>
public readonly record struct ExecutionPart(ExecutionPartKey Key, StoragePayload Payload);
