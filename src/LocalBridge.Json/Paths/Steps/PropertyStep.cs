namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>.name</c> or <c>['name']</c>.</summary>
internal sealed class PropertyStep(int position, string name, PathStep? previous) : SingleStep(position)
{
    internal string Name { get; } = name;

    internal override string Text => $"['{Name}']";

    internal override StepOutcome Select(JsonValue value, out JsonValue selected) =>
        value.TryGetProperty(Name, out selected) ? StepOutcome.Found : StepOutcome.NotFound;

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        if (!value.TryGetObject(out JsonObject? members))
        {
            return walk.NotFound(this, "Property ", " not found in path ");
        }

        if (!members.TryGetValue(Name, out JsonValue member))
        {
            return EvaluateMissing(walk);
        }

        walk.Enter(Name);
        bool succeeded = Continue(walk, member);
        walk.Leave();
        return succeeded;
    }

    internal override bool IsFoundByScan(PathWalk walk, JsonValue container) =>
        container.TryGetObject(out JsonObject? members) && members.ContainsKey(Name);

    // A missing member in the middle of a path is no fault where the step before it is one of many, or any step after it is:
    // the path then simply has no result. A missing member at the end always is a fault.
    private bool EvaluateMissing(PathWalk walk)
    {
        if (IsLast)
        {
            return walk.NotFoundBelow(this, "No results for path: ");
        }

        bool isFault = IsDefiniteToTheEnd && (previous?.IsDefinite ?? true);
        return !isFault || walk.NotFoundBelow(this, "Missing property in path ");
    }
}
