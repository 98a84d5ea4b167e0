using System.Diagnostics;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Evaluates a path all of whose steps name one node at most, without allocating.</summary>
internal static class DefinitePath
{
    internal static StepOutcome Select(PathStep? first, JsonValue start, out JsonValue selected)
    {
        selected = start;
        for (PathStep? step = first; step is not null; step = step.Next)
        {
            Debug.Assert(step is SingleStep, "The path is definite.");
            StepOutcome outcome = step is PropertyStep property
                ? property.Select(selected, out selected)
                : ((SingleStep)step).Select(selected, out selected);
            if (outcome != StepOutcome.Found)
            {
                return outcome;
            }
        }

        return StepOutcome.Found;
    }
}
