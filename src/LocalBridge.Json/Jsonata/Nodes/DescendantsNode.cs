using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Takes a value and everything within it; arrays count as their elements.</summary>
internal sealed class DescendantsNode : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        if (context.IsUndefined)
        {
            return default;
        }

        int mark = evaluation.Top;
        PushAll(evaluation, context);
        if (evaluation.Top - mark == 1)
        {
            JsonValue single = evaluation[mark];
            evaluation.Pop(mark);
            return single;
        }

        return evaluation.PopArray(mark, SequenceMarks.Sequence);
    }

    private static void PushAll(Evaluation evaluation, JsonValue value)
    {
        if (value.Reference is JsonArray array)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (JsonValue item in array.AsSpan())
            {
                PushAll(evaluation, item);
            }

            return;
        }

        evaluation.Push(value);
        if (value.Reference is JsonObject members)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (JsonValue member in members.Values)
            {
                PushAll(evaluation, member);
            }
        }
    }
}
