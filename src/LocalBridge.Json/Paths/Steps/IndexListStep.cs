namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>[0,2]</c>: all of the elements must be there.</summary>
internal sealed class IndexListStep(int position, int[] indexes) : PathStep(position)
{
    internal override bool IsDefinite => false;

    internal override string Text => $"[{string.Join(',', indexes)}]";

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        if (!ArrayStep.TryGetArray(this, walk, value, out JsonArray? array))
        {
            return false;
        }

        foreach (int index in indexes)
        {
            if (!ArrayStep.EvaluateElement(this, walk, array, index))
            {
                return false;
            }
        }

        return true;
    }
}
