using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Stands for the operator <c>~&gt;</c> where its right side is no call: applies a function, or chains two.</summary>
internal sealed class ApplyNode(Node left, Node right, int position, int nesting) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context) =>
        Sequence.Reduce(EvaluateSequence(evaluation, context), KeepsArray);

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue value = left.Evaluate(evaluation, context);
        JsonValue functionValue = right.Evaluate(evaluation, context);
        if (functionValue.Reference is not FunctionValue function)
        {
            throw new JsonataException("T2006", position, null, functionValue);
        }

        if (value.Reference is FunctionValue first)
        {
            return new ChainValue(first, function).ToValue();
        }

        int start = evaluation.Top;
        int depth = evaluation.Depth;
        evaluation.Depth = depth + nesting;
        evaluation.Push(value);
        try
        {
            JsonValue result = function.Call(evaluation, start, 1, JsonValue.Null);
            evaluation.Depth = depth;
            return result;
        }
        catch (JsonataException failure) when (function.Locate(evaluation, failure) || failure.Locate(position, null))
        {
            throw;
        }
    }
}
