using LocalBridge.Json.Paths.Filters;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>[?(…)]</c>: the elements of an array that meet the filter, or an object that meets it itself.</summary>
internal sealed class FilterStep(int position, PathFilter filter) : PathStep(position)
{
    internal override bool IsDefinite => false;

    internal override string Text => "[?]";

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        if (value.TryGetArray(out JsonArray? array))
        {
            return EvaluateElements(walk, array);
        }

        if (!value.IsObject)
        {
            return walk.Invalid(this, $"Filter: {TextToTheEnd} can not be applied to primitives.");
        }

        return filter.IsMet(walk, value) ? Continue(walk, value) : !walk.HasFailed;
    }

    internal override bool IsFoundByScan(PathWalk walk, JsonValue container) => filter.IsMet(walk, container);

    private bool EvaluateElements(PathWalk walk, JsonArray array)
    {
        for (int index = 0; index < array.Count; index++)
        {
            JsonValue element = array.AsSpan()[index];
            if (!filter.IsMet(walk, element))
            {
                if (walk.HasFailed)
                {
                    return false;
                }

                continue;
            }

            walk.Enter(index);
            bool succeeded = Continue(walk, element);
            walk.Leave();
            if (!succeeded)
            {
                return false;
            }
        }

        return true;
    }
}
