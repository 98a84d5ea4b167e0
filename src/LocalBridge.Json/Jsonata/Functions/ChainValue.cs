using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents two functions chained: the second is called with the result of the first.</summary>
internal sealed class ChainValue(FunctionValue first, FunctionValue second) : FunctionValue
{
    internal override int Arity => 1;

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        if (count == 0)
        {
            evaluation.Push(default);
        }

        evaluation.CheckDepth(0);
        evaluation.Pop(arguments + 1);
        JsonValue between = first.Call(evaluation, arguments, 1, JsonValue.Null);
        evaluation.Push(Sequences.Sequence.Reduce(between));
        return second.Call(evaluation, arguments, 1, JsonValue.Null);
    }
}
