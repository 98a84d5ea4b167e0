using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>What expressions can see: the input (<c>$</c>), the context object (<c>$$</c>), the variables (<c>$name</c>), and chance.</summary>
/// <remarks>One instance is reused for all expressions of a step.</remarks>
internal sealed class EvaluationScope
{
    private readonly StepContext _step;
    private JsonValue _context;

    internal EvaluationScope(StepContext step)
    {
        _step = step;
    }

    /// <summary>The value <c>$</c> stands for.</summary>
    internal JsonValue Input { get; private set; }

    /// <summary>The frame whose variables and place are seen.</summary>
    internal Frame Frame { get; private set; } = null!;

    internal JsonValue Context => _context.IsUndefined ? _context = ContextObject.Create(_step.State, Frame) : _context;

    /// <summary>Returns the next random number, 0 to below 1, from the execution's own sequence.</summary>
    internal double NextRandom() => _step.State.Random.NextDouble();

    internal ulong NextRandomBits() => _step.State.Random.Next();

    /// <summary>Makes the scope look at a frame with an input. The context object is made anew when it is asked for.</summary>
    internal EvaluationScope Of(Frame frame, JsonValue input)
    {
        Frame = frame;
        Input = input;
        _context = default;
        return this;
    }

    internal bool TryResolve(JsonPath path, out JsonValue value, [NotNullWhen(false)] out JsonPathError? error) =>
        path.TryEvaluate(GetRoot(path), out value, out error);

    internal JsonValue GetRoot(JsonPath path) => path.Root switch
    {
        JsonPathRoot.Input => Input,
        JsonPathRoot.Context => Context,
        _ => Frame.Variables.Get(path.VariableName!),
    };
}
