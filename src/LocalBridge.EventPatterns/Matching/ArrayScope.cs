namespace LocalBridge.EventPatterns.Matching;

/// <summary>An element (object or array) of an array in an event, as far as rules mention it.</summary>
/// <param name="Parent">The scope around the array; 0 is the event itself.</param>
/// <param name="Array">The identity of the array.</param>
/// <param name="FirstRecord">The first record inside the element.</param>
/// <param name="EndRecord">One past the last record inside the element.</param>
internal record struct ArrayScope(int Parent, int Array, int FirstRecord, int EndRecord);
