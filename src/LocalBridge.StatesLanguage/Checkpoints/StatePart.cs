namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Represents one stored piece of an execution's state.</summary>
/// <param name="Key">The key, unique in its execution.</param>
/// <param name="Content">The content, for <see cref="ExecutionStateSerializer"/> alone to understand. It is valid until its
/// <see cref="StateChanges"/> are used again.</param>
public readonly record struct StatePart(long Key, ReadOnlyMemory<byte> Content);
