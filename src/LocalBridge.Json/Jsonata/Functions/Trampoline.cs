using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Calls lambdas, and what they call last, without the call stack growing.</summary>
internal static class Trampoline
{
    internal static JsonValue Call(Evaluation evaluation, LambdaValue lambda, int arguments, int count, JsonValue context)
    {
        JsonValue result = lambda.Run(evaluation, arguments, count, context);
        while (ReferenceEquals(result.Reference, TailCall.Instance))
        {
            FunctionValue function = evaluation.TailFunction!;
            count = evaluation.TailCount;
            evaluation.Window(evaluation.TailArguments, count).CopyTo(evaluation.Window(arguments, count));
            evaluation.Pop(arguments + count);
            result = Continue(evaluation, function, arguments, count, context);
        }

        evaluation.Pop(arguments);
        return result;
    }

    private static JsonValue Continue(Evaluation evaluation, FunctionValue function, int arguments, int count, JsonValue context)
    {
        try
        {
            return function is LambdaValue lambda
                ? lambda.Run(evaluation, arguments, count, context)
                : function.Call(evaluation, arguments, count, context);
        }
        catch (JsonataException failure) when (Locate(evaluation, function, failure))
        {
            throw;
        }
    }

    private static bool Locate(Evaluation evaluation, FunctionValue function, JsonataException failure)
    {
        function.Locate(evaluation, failure);
        failure.IsFromTail = true;
        return false;
    }
}
