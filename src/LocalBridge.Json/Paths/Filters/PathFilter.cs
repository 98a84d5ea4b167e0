namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents a filter: criteria joined by <c>&amp;&amp;</c>, and those groups joined by <c>||</c>.</summary>
/// <remarks>As in the service the last condition is evaluated first, which shows where an earlier one is faulty.</remarks>
internal sealed class PathFilter(Criterion[][] alternatives)
{
    /// <summary>Tells whether a value meets the filter; <see langword="false"/> also where the walk has failed.</summary>
    internal bool IsMet(PathWalk walk, JsonValue item)
    {
        if (!walk.Spend())
        {
            return false;
        }

        for (int i = alternatives.Length - 1; i >= 0; i--)
        {
            if (AreAllMet(alternatives[i], walk, item))
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
        for (int i = group.Length - 1; i >= 0; i--)
        {
            if (!group[i].IsMet(walk, item))
            {
                return false;
            }
        }

        return true;
    }
}
