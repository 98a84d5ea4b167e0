namespace LocalBridge.Json.Reading;

/// <summary>Specifies what happens where a JSON object names a member twice.</summary>
public enum DuplicateNames
{
    /// <summary>The last value is taken, in the place of the first.</summary>
    LastWins,

    /// <summary>The text is refused.</summary>
    Reject,
}
