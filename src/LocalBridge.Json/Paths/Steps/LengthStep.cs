using System.Globalization;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>[(@.length-1)]</c>: an element counted from the end.</summary>
internal sealed class LengthStep(int position, int distance) : SingleStep(position)
{
    internal override string Text => string.Create(CultureInfo.InvariantCulture, $"[@.size()-{distance}]");

    internal override StepOutcome Select(JsonValue value, out JsonValue selected) =>
        ArrayStep.Select(value, value.Count - distance, out selected);

    internal override bool Evaluate(PathWalk walk, JsonValue value) =>
        ArrayStep.TryGetArray(this, walk, value, out JsonArray? array)
        && ArrayStep.EvaluateElement(this, walk, array, array.Count - distance);
}
