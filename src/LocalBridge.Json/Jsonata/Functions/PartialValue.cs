using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Represents a function some of whose arguments are fixed.</summary>
/// <param name="function">The function.</param>
/// <param name="fixedArguments">The arguments, with <see cref="Unbound"/> for those to come; one for each parameter.</param>
internal sealed class PartialValue(FunctionValue function, JsonValue[] fixedArguments) : FunctionValue
{
    internal override int Arity { get; } = Array.FindAll(fixedArguments, IsOpen).Length;

    internal override JsonValue Call(Evaluation evaluation, int arguments, int count, JsonValue context)
    {
        evaluation.CheckDepth(0);
        JsonValue[] given = evaluation.Window(arguments, count).ToArray();
        evaluation.Pop(arguments);
        int next = 0;
        foreach (JsonValue argument in fixedArguments)
        {
            JsonValue value = IsOpen(argument) ? (next < given.Length ? given[next++] : default) : argument;
            evaluation.Push(value);
        }

        return function.Call(evaluation, arguments, fixedArguments.Length, JsonValue.Null);
    }

    private static bool IsOpen(JsonValue argument) => ReferenceEquals(argument.Reference, Unbound.Instance);
}
