using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Makes one value of a call's result, for the predicates behind a call that ends a lambda.</summary>
internal sealed class BoxNode(Node call) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        new BoxedResult(call.EvaluateSequence(evaluation, context)).ToValue();
}
