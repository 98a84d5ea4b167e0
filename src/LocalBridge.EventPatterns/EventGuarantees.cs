namespace LocalBridge.EventPatterns;

/// <summary>States what the caller already knows about an event, so that matching need not find out again.</summary>
/// <remarks>
/// A guarantee that does not hold makes the verdict meaningless; it never harms the process (no read outside the event, no endless loop).
/// </remarks>
[Flags]
public enum EventGuarantees
{
    /// <summary>Nothing is known: the whole event is checked, and a malformed one is reported. The safe default.</summary>
    None = 0,

    /// <summary>
    /// The bytes are one well-formed JSON object in valid UTF-8. What the pattern does not mention is skipped without looking inside, and reading
    /// stops as soon as the verdict is certain.
    /// </summary>
    WellFormed = 1,

    /// <summary>
    /// No path is spelled twice in the event: no object repeats a key, and no key contains a dot, which could make it equal to a nested path. A repeated
    /// path adds a value; without this guarantee a mismatch is certain only at the end of the event.
    /// </summary>
    UniquePaths = 2,
}
