namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents a filter: criteria joined by <c>&amp;&amp;</c>, and those groups joined by <c>||</c>.</summary>
internal sealed class PathFilter(Criterion[][] alternatives)
{
    /// <summary>Tells whether a value meets the filter; <see langword="false"/> also where the walk has failed.</summary>
    internal bool IsMet(PathWalk walk, JsonValue item)
    {
        if (!walk.Spend())
        {
            return false;
        }

        foreach (Criterion[] group in alternatives)
        {
            if (AreAllMet(group, walk, item))
            {
                return true;
            }

            if (walk.HasFailed)
            {
                return false;
            }
        }

        return false;
    }

    private static bool AreAllMet(Criterion[] group, PathWalk walk, JsonValue item)
    {
        foreach (Criterion criterion in group)
        {
            if (!criterion.IsMet(walk, item))
            {
                return false;
            }
        }

        return true;
    }
}
