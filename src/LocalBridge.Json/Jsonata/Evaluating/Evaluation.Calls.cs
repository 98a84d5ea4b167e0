using LocalBridge.Json.Jsonata.Functions;

namespace LocalBridge.Json.Jsonata.Evaluating;

internal sealed partial class Evaluation
{
    private readonly int[] _callPositions = expression.Program.FunctionNames.Length == 0 ? [] : new int[FunctionTable.BuiltInCount];

    private bool _hasCallPositions;

    /// <summary>Gets or sets the function that a lambda calls last.</summary>
    internal FunctionValue? TailFunction { get; set; }

    /// <summary>Gets or sets where the arguments of that call lie.</summary>
    internal int TailArguments { get; set; }

    /// <summary>Gets or sets how many there are.</summary>
    internal int TailCount { get; set; }

    /// <summary>Notes where a built-in function is called; an error takes its place from here, as in the reference implementation.</summary>
    internal void NoteCall(int function, int position)
    {
        int[] positions = _callPositions;
        if ((uint)function < (uint)positions.Length)
        {
            positions[function] = position;
            _hasCallPositions = true;
        }
    }

    /// <summary>Returns where a built-in function was last called, or zero.</summary>
    internal int CallPosition(int function) => (uint)function < (uint)_callPositions.Length ? _callPositions[function] : 0;

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
