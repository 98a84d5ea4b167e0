namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Represents the keys of parts that are no longer needed.</summary>
/// <param name="FirstKey">The lowest key.</param>
/// <param name="LastKey">The highest key, itself in the range.</param>
public readonly record struct StatePartRange(long FirstKey, long LastKey);
