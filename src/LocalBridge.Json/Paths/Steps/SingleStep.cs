namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents a step that names one node at most, so that a path of such steps needs no walk.</summary>
internal abstract class SingleStep(int position) : PathStep(position)
{
    internal override bool IsDefinite => true;

    /// <summary>Selects the node without explaining a failure.</summary>
    internal abstract StepOutcome Select(JsonValue value, out JsonValue selected);
}
