using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Operators;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Makes an array of the values of its elements; an array that an element results in is strung in, unless it is written as an array.</summary>
/// <param name="elements">The elements.</param>
/// <param name="isWhole">Whether a path takes the array as one value.</param>
internal sealed class ArrayNode(Node[] elements, bool isWhole) : Node
{
    internal override bool IsConstant => Array.TrueForAll(elements, element => element.IsConstant);

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        long marks = isWhole ? SequenceMarks.Whole : 0;
        if (elements is [RangeNode only])
        {
            // The range is the array: nothing has to be copied.
            JsonValue range = only.EvaluateSequence(evaluation, context);
            return range.IsUndefined ? Sequence.Of(JsonArray.Empty, marks) : Sequence.Of((JsonArray)range.Reference!, marks);
        }

        int mark = evaluation.Top;
        foreach (Node element in elements)
        {
            JsonValue value = element.EvaluateSequence(evaluation, context);
            if (element is not ArrayNode)
            {
                value = Sequence.Reduce(value, element.KeepsArray);
                if (value.Reference is JsonArray array)
                {
                    evaluation.PushAll(array.AsSpan());
                    continue;
                }
            }

            if (!value.IsUndefined)
            {
                evaluation.Push(value);
                evaluation.Note(value);
            }
        }

        return evaluation.PopArray(mark, marks);
    }
}
