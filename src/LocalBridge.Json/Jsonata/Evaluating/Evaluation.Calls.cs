using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Evaluating;

internal sealed partial class Evaluation
{
    private readonly int[] _callPositions = new int[FunctionTable.BuiltInCount];

    /// <summary>Gets or sets the function that a lambda calls last.</summary>
    internal FunctionValue? TailFunction { get; set; }

    /// <summary>Gets or sets where the arguments of that call lie.</summary>
    internal int TailArguments { get; set; }

    /// <summary>Gets or sets how many there are.</summary>
    internal int TailCount { get; set; }

    /// <summary>Gets where each built-in function was last called; an error takes its place from here, as in the reference implementation.</summary>
    internal Span<int> CallPositions => _callPositions;

    /// <summary>Calls a function that was handed over as an argument, with as many of the arguments as it takes, the first at least.</summary>
    internal JsonValue Invoke(FunctionValue function, JsonValue first, JsonValue second, JsonValue third)
    {
        int arguments = Top;
        int arity = function.Arity;
        Push(first);
        if (arity >= 2)
        {
            Push(second);
        }

        if (arity >= 3)
        {
            Push(third);
        }

        return function.Call(this, arguments, Top - arguments, JsonValue.Null);
    }
}
