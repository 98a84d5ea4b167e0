namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>.*</c> or <c>[*]</c>: all elements or members; nothing of any other value.</summary>
internal sealed class WildcardStep(int position) : PathStep(position)
{
    internal override bool IsDefinite => false;

    internal override string Text => "[*]";

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        if (value.TryGetArray(out JsonArray? array))
        {
            return EvaluateElements(walk, array);
        }

        return !value.TryGetObject(out JsonObject? members) || EvaluateMembers(walk, members);
    }

    internal override bool IsFoundByScan(PathWalk walk, JsonValue container) => true;

    // An element in which the rest of the path is not found is passed over.
    private bool EvaluateElements(PathWalk walk, JsonArray array)
    {
        for (int index = 0; index < array.Count; index++)
        {
            walk.Enter(index);
            walk.BeginOptional();
            bool succeeded = Continue(walk, array.AsSpan()[index]);
            walk.EndOptional();
            walk.Leave();
            if (!succeeded && !walk.TryForgetNotFound())
            {
                return false;
            }
        }

        return true;
    }

    // A member in which the rest of the path is not found fails the path: the service passes over elements only.
    private bool EvaluateMembers(PathWalk walk, JsonObject members)
    {
        ReadOnlySpan<string> names = members.Names;
        ReadOnlySpan<JsonValue> values = members.Values;
        for (int index = 0; index < names.Length; index++)
        {
            walk.Enter(names[index]);
            bool succeeded = Continue(walk, values[index]);
            walk.Leave();
            if (!succeeded)
            {
                return false;
            }
        }

        return true;
    }
}
