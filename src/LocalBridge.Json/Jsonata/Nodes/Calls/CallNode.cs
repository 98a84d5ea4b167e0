using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Calls whatever function an expression results in.</summary>
/// <param name="procedure">The expression.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="site">Where and how the call is written.</param>
internal sealed class CallNode(Node procedure, Node[] arguments, CallSite site) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = EvaluateSequence(evaluation, context);
        return site.IsTail ? result : Sequence.Reduce(result, KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        // An argument handed over before a chained call is evaluated before the function is looked for.
        int start = evaluation.Top;
        int first = site.HasChained ? 1 : 0;
        if (site.HasChained)
        {
            evaluation.Push(FunctionValue.AsArgument(arguments[0].Evaluate(evaluation, context)));
        }

        JsonValue procedureValue = procedure.Evaluate(evaluation, context);
        for (int i = first; i < arguments.Length; i++)
        {
            evaluation.Push(FunctionValue.AsArgument(arguments[i].Evaluate(evaluation, context)));
        }

        if (procedureValue.Reference is not FunctionValue function)
        {
            throw site.NotAFunction(procedureValue);
        }

        if (site.IsTail && !site.IsInlined && function is LambdaValue)
        {
            function.NoteCall(evaluation, site.ProcedurePosition, site.Token);
            evaluation.TailFunction = function;
            evaluation.TailArguments = start;
            evaluation.TailCount = arguments.Length;
            return TailCall.Instance.ToValue();
        }

        bool isDetached = procedureValue.Bits == FunctionValue.Detached;
        JsonValue callContext = isDetached || (site.IsTail && site.IsInlined) ? JsonValue.Null
            : site.IsTail ? evaluation.CallContext
            : context;
        return Call(evaluation, function, start, callContext, isDetached);
    }

    private JsonValue Call(Evaluation evaluation, FunctionValue function, int start, JsonValue context, bool isDetached)
    {
        int depth = evaluation.Depth;
        evaluation.Depth = depth + site.Nesting;
        if (!isDetached)
        {
            function.NoteCall(evaluation, site.Position, site.Token);
        }

        try
        {
            JsonValue result = function.Call(evaluation, start, arguments.Length, context);
            evaluation.Depth = depth;
            return result;
        }
        catch (JsonataException failure) when (Locate(evaluation, function, failure, isDetached))
        {
            throw;
        }
    }

    private bool Locate(Evaluation evaluation, FunctionValue function, JsonataException failure, bool isDetached) =>
        (!isDetached && function.Locate(evaluation, failure)) || failure.Locate(site.Position, site.Token);
}
