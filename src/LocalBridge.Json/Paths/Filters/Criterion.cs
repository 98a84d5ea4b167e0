namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents one condition of a filter.</summary>
internal abstract class Criterion
{
    /// <summary>Tells whether a value meets the condition; <see langword="false"/> also where the walk has failed.</summary>
    internal abstract bool IsMet(PathWalk walk, JsonValue item);
}
