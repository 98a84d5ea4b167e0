using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes;

/// <summary>Takes the values of all members of an object; arrays among them are flattened.</summary>
internal sealed class WildcardNode : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue input = Sequence.Unwrap(context);
        int mark = evaluation.Top;
        ReadOnlySpan<JsonValue> values = input.Reference switch
        {
            JsonObject members => members.Values,
            JsonArray array => array.AsSpan(),
            _ => [],
        };

        // Once an array has been flattened into it, the result is an array like any other.
        long marks = SequenceMarks.Sequence;
        foreach (JsonValue value in values)
        {
            marks = value.IsArray ? 0 : marks;
            PushFlattened(evaluation, value);
        }

        return evaluation.PopArray(mark, marks);
    }

    private static void PushFlattened(Evaluation evaluation, JsonValue value)
    {
        if (value.Reference is not JsonArray array)
        {
            evaluation.Push(value);
            return;
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (JsonValue item in array.AsSpan())
        {
            PushFlattened(evaluation, item);
        }
    }
}
