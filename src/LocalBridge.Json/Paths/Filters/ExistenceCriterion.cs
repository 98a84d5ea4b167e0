using LocalBridge.Json.Paths.Steps;

namespace LocalBridge.Json.Paths.Filters;

/// <summary>Represents <c>@.a</c> or <c>!@.a</c>: whether something other than null is there.</summary>
internal sealed class ExistenceCriterion(FilterPath path, bool isWanted) : Criterion
{
    // As the service does: also a path that begins with '$' is taken from the item here, unlike in a comparison.
    internal override bool IsMet(PathWalk walk, JsonValue item) => path.SelectFrom(walk, item, out JsonValue found) switch
    {
        StepOutcome.Invalid => false,
        StepOutcome.NotFound => !isWanted,
        _ => found.IsNull != isWanted,
    };
}
