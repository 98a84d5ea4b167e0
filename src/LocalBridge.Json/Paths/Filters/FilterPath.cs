using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents a path in a filter; it names one node at most.</summary>
internal sealed class FilterPath(bool isFromRoot, PathStep? first)
{
    /// <summary>Selects the node from the root or the item, by the first character of the path.</summary>
    internal StepOutcome Select(PathWalk walk, JsonValue item, out JsonValue found) =>
        SelectFrom(walk, isFromRoot ? walk.Root : item, out found);

    internal StepOutcome SelectFrom(PathWalk walk, JsonValue start, out JsonValue found)
    {
        StepOutcome outcome = DefinitePath.Select(first, start, out found);
        if (outcome == StepOutcome.Invalid)
        {
            // Only a faulty filter comes here, so the second evaluation, which explains the fault, costs nothing in practice.
            var explanation = new PathWalk(start);
            first!.Evaluate(explanation, start);
            walk.Fail(explanation.Error);
        }

        return outcome;
    }
}
