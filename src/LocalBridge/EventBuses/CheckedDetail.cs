namespace LocalBridge.EventBuses;

/// <summary>A detail that was found in order, and what was learnt on the way.</summary>
/// <param name="Utf8">The detail.</param>
/// <param name="HasUniqueKeys">Whether no object in it is known to repeat a key and no key has a dot.</param>
internal sealed record CheckedDetail(byte[] Utf8, bool HasUniqueKeys);
