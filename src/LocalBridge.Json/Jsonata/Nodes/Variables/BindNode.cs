using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Binds a variable, and results in its value.</summary>
internal sealed class BindNode(Place place, Node value) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = value.Evaluate(evaluation, context);
        place.In(evaluation) = result;
        return result;
    }
}
