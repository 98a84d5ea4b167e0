using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>
/// Holds the result of a call that ends a lambda, while predicates behind it are applied. The reference implementation makes that call only
/// afterwards, so to the predicates it is one value, a function: <c>function($a) { ($f($a))[0] }</c> returns all of what <c>$f</c> returns.
/// </summary>
internal sealed class BoxedResult(JsonValue value) : FunctionValue
{
    internal JsonValue Value => value;

    internal override int Arity => 0;

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        evaluation.Pop(arguments);
        return value;
    }
}
