using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Takes one of two branches.</summary>
internal sealed class ConditionNode(Node condition, Node taken, Node? otherwise) : Node
{
    internal override bool IsBoolean => taken.IsBoolean && otherwise is not { IsBoolean: false };

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    // Branches that end a function hand on what the function called there returns, a sequence as it is.
    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context) =>
        condition.Test(evaluation, context) ? taken.Evaluate(evaluation, context)
        : otherwise is null ? default
        : otherwise.Evaluate(evaluation, context);
}
