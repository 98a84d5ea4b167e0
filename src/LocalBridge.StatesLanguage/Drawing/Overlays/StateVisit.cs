namespace LocalBridge.StatesLanguage.Drawing.Overlays;

/// <summary>One stay of an execution in one state.</summary>
internal sealed class StateVisit(string name, StateVisit? outer)
{
    internal string Name { get; } = name;

    /// <summary>The stay in the Parallel or Map state around it.</summary>
    internal StateVisit? Outer { get; } = outer;

    internal bool IsLeft { get; set; }

    internal bool IsCaught { get; set; }

    /// <summary>Whether the last thing that happened in it is a failure: unless something follows, it failed.</summary>
    internal bool EndsWithFailure { get; set; }

    internal int Retries { get; set; }

    internal StateStatus GetStatus(bool hasExecutionEnded)
    {
        if (IsLeft)
        {
            return IsCaught ? StateStatus.Caught : StateStatus.Succeeded;
        }

        if (!hasExecutionEnded && !IsOuterOver())
        {
            return StateStatus.Running;
        }

        return EndsWithFailure ? StateStatus.Failed : StateStatus.Aborted;
    }

    private bool IsOuterOver()
    {
        for (StateVisit? visit = Outer; visit is not null; visit = visit.Outer)
        {
            if (visit.IsLeft)
            {
                return true;
            }
        }

        return false;
    }
}
