using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Stands for the result of a call that a lambda makes last: the caller of the lambda makes it instead.</summary>
internal sealed class TailCall : FunctionValue
{
    internal static readonly TailCall Instance = new();

    private TailCall()
    {
    }

    internal override int Arity => 0;

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context) =>
        throw new InvalidOperationException("A tail call is made by the caller of the lambda, never through a value.");
}
