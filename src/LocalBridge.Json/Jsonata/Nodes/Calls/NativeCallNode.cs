using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Calls a function that is known when the expression is compiled.</summary>
internal sealed class NativeCallNode(NativeFunction function, Node[] arguments, CallSite site) : Node
{
    internal override bool IsBoolean => function.IsBoolean;

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = EvaluateSequence(evaluation, context);
        return site.IsTail ? result : Sequence.Reduce(result, KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        int start = evaluation.Top;
        foreach (Node argument in arguments)
        {
            evaluation.Push(FunctionValue.AsArgument(argument.Evaluate(evaluation, context)));
        }

        if (site.IsTail)
        {
            context = site.IsInlined ? JsonValue.Null : evaluation.CallContext;
        }

        int depth = evaluation.Depth;
        evaluation.Depth = depth + site.Nesting;
        evaluation.Tick();
        function.NoteCall(evaluation, site.CallPosition, site.Token);
        try
        {
            JsonValue result = function.Call(evaluation, start, arguments.Length, context);
            evaluation.Depth = depth;
            return result;
        }
        catch (JsonataException failure) when (site.Locate(evaluation, function, failure))
        {
            throw;
        }
    }
}
