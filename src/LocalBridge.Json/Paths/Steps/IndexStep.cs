using System.Globalization;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>[3]</c>. A negative index is read, and never found.</summary>
internal sealed class IndexStep(int position, int index) : SingleStep(position)
{
    internal int Index { get; } = index;

    internal override string Text => string.Create(CultureInfo.InvariantCulture, $"[{Index}]");

    internal override StepOutcome Select(JsonValue value, out JsonValue selected) => ArrayStep.Select(value, Index, out selected);

    internal override bool Evaluate(PathWalk walk, JsonValue value) =>
        ArrayStep.TryGetArray(this, walk, value, out JsonArray? array) && ArrayStep.EvaluateElement(this, walk, array, Index);
}
