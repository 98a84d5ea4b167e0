using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json;
using LocalBridge.Json.Paths;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>What expressions can see: the input (<c>$</c>), the context object (<c>$$</c>), the variables (<c>$name</c>), and chance; in JSONata
/// <c>$states</c> and the variables.</summary>
/// <remarks>One instance is reused for all expressions of a step.</remarks>
internal sealed class EvaluationScope
{
    private readonly StepContext _step;
    private JsonValue _context;
    private JsonValue _states;
    private JsonValue _statesWithContext;
    private JsonValue _item;
    private int _itemIndex;

    internal EvaluationScope(StepContext step)
    {
        _step = step;
    }

    internal StepContext Step => _step;

    /// <summary>The value <c>$</c> stands for.</summary>
    internal JsonValue Input { get; private set; }

    /// <summary>The frame whose variables and place are seen.</summary>
    internal Frame Frame { get; private set; } = null!;

    /// <summary><c>$states.result</c>; undefined where there is none.</summary>
    internal JsonValue Result { get; private set; }

    /// <summary><c>$states.errorOutput</c>; undefined outside of a catcher.</summary>
    internal JsonValue ErrorOutput { get; private set; }

    internal JsonValue Context => _context.IsUndefined ? _context = ContextObject.Create(_step.State, Frame, _itemIndex, _item) : _context;

    /// <summary>The execution's own sequence of random numbers.</summary>
    internal ExecutionRandom Random => _step.State.Random;

    /// <summary>Makes the scope look at a frame with an input. The context object is made anew when it is asked for.</summary>
    internal EvaluationScope Of(Frame frame, JsonValue input)
    {
        Frame = frame;
        Input = input;
        Result = default;
        ErrorOutput = default;
        _states = default;
        _statesWithContext = default;
        _context = default;
        _item = default;
        return this;
    }

    /// <summary>Makes the context object show the item of an iteration that is about to start.</summary>
    internal EvaluationScope WithItem(int index, JsonValue item)
    {
        _item = item;
        _itemIndex = index;
        return this;
    }

    /// <summary>Makes JSONata expressions see a result.</summary>
    internal EvaluationScope WithResult(JsonValue result)
    {
        Result = result;
        return this;
    }

    /// <summary>Makes JSONata expressions see the error output of a catcher.</summary>
    internal EvaluationScope WithErrorOutput(JsonValue errorOutput)
    {
        ErrorOutput = errorOutput;
        return this;
    }

    internal bool TryResolve(JsonPath path, out JsonValue value, [NotNullWhen(false)] out JsonPathError? error) =>
        path.TryEvaluate(GetRoot(path), out value, out error);

    /// <summary>Returns <c>$states</c>, made when it is first asked for.</summary>
    internal JsonValue GetStates(bool withContext)
    {
        ref JsonValue states = ref withContext ? ref _statesWithContext : ref _states;
        if (states.IsUndefined)
        {
            states = JsonataStates.Create(this, withContext);
        }

        return states;
    }

    internal JsonValue GetRoot(JsonPath path) => path.Root switch
    {
        JsonPathRoot.Input => Input,
        JsonPathRoot.Context => Context,
        _ => Frame.Variables.Get(path.VariableName!),
    };
}
