using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Operators;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Constructors;

/// <summary>Makes an array of the values of its elements; an array that an element results in is strung in, unless it is written as an array.</summary>
/// <param name="elements">The elements.</param>
/// <param name="areArrays">Which of them are written as arrays, be it with predicates.</param>
/// <param name="isWhole">Whether a path takes the array as one value.</param>
internal sealed class ArrayNode(Node[] elements, bool[] areArrays, bool isWhole) : Node
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
        for (int i = 0; i < elements.Length; i++)
        {
            JsonValue value = elements[i].Evaluate(evaluation, context);
            if (value.Reference is JsonArray array && !areArrays[i])
            {
                evaluation.PushAll(array.AsSpan());
            }
            else if (!value.IsUndefined)
            {
                evaluation.Push(value);
                evaluation.Note(value);
            }
        }

        return evaluation.PopArray(mark, marks);
    }
}
