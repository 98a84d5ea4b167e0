using System.Diagnostics.CodeAnalysis;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Holds what all steps into an array have in common.</summary>
internal static class ArrayStep
{
    internal static StepOutcome Select(JsonValue value, int index, out JsonValue selected)
    {
        if (value.TryGetArray(out JsonArray? array))
        {
            bool isThere = (uint)index < (uint)array.Count;
            selected = isThere ? array.AsSpan()[index] : default;
            return isThere ? StepOutcome.Found : StepOutcome.NotFound;
        }

        selected = default;
        return value.IsNull ? StepOutcome.NotFound : StepOutcome.Invalid;
    }

    internal static bool TryGetArray(PathStep step, PathWalk walk, JsonValue value, [NotNullWhen(true)] out JsonArray? array)
    {
        if (value.TryGetArray(out array))
        {
            return true;
        }

        return value.IsNull
            ? walk.NotFoundHere(step, "The path ", " is null")
            : walk.Invalid(step, $"Filter: {step.TextToTheEnd} can only be applied to arrays.");
    }

    internal static bool EvaluateElement(PathStep step, PathWalk walk, JsonArray array, int index)
    {
        walk.Enter(index);
        bool succeeded = (uint)index < (uint)array.Count
            ? step.Continue(walk, array.AsSpan()[index])
            : walk.NotFoundHere(step, "Index out of bounds when evaluating path ", string.Empty);
        walk.Leave();
        return succeeded;
    }
}
