namespace LocalBridge.EventPatterns.Matching;

/// <summary>Something found at a path of the pattern, kept for an explanation.</summary>
/// <param name="Path">The path.</param>
/// <param name="Start">Offset of the value in the event.</param>
/// <param name="Length">Length of the value; 0 for an object or array, which is no value.</param>
/// <param name="First">The first byte: tells what it is.</param>
internal readonly record struct SeenValue(int Path, int Start, int Length, byte First);
