namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>['a','b']</c>: an object of those members that are there. It can only be the last step.</summary>
internal sealed class PropertyListStep(int position, string[] names) : SingleStep(position)
{
    internal override string Text => $"[{string.Join(", ", names.Select(name => $"'{name}'"))}]";

    internal override StepOutcome Select(JsonValue value, out JsonValue selected)
    {
        selected = default;
        if (!value.TryGetObject(out JsonObject? members))
        {
            return StepOutcome.NotFound;
        }

        if (!IsLast)
        {
            return StepOutcome.Invalid;
        }

        var found = new JsonObjectBuilder(names.Length);
        foreach (string name in names)
        {
            if (members.TryGetValue(name, out JsonValue member))
            {
                found.SetItem(name, member);
            }
        }

        selected = found.Build();
        return StepOutcome.Found;
    }

    internal override bool Evaluate(PathWalk walk, JsonValue value) => Select(value, out JsonValue selected) switch
    {
        StepOutcome.Found => walk.Add(selected),
        StepOutcome.NotFound => walk.NotFound(this, "Property ", " not found in path "),
        _ => walk.Invalid(this, $"Multi properties can only be used as path leafs: {walk.Location}{Text}"),
    };

    internal override bool IsFoundByScan(PathWalk walk, JsonValue container)
    {
        if (!container.TryGetObject(out JsonObject? members))
        {
            return false;
        }

        foreach (string name in names)
        {
            if (!members.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }
}
