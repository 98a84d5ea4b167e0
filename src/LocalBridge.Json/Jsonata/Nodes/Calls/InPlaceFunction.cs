using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Represents a lambda that is only called by the function it is an argument of: its variables belong to the function around it.</summary>
/// <param name="Body">The body.</param>
/// <param name="Parameters">How many parameters there are.</param>
/// <param name="FirstLocal">The place on the stack of the first variable; the parameters come first.</param>
/// <param name="Variables">How many variables there are.</param>
/// <param name="IsCaptured">Whether the variables stand in a frame on the heap, a new one for each call.</param>
internal sealed record InPlaceFunction(Node Body, int Parameters, int FirstLocal, int Variables, bool IsCaptured)
{
    /// <summary>Binds a parameter, where there is one.</summary>
    internal void Bind(Evaluation evaluation, int parameter, JsonValue value)
    {
        if (parameter < Parameters)
        {
            (IsCaptured ? ref evaluation.Frame!.Slots[parameter] : ref evaluation.Local(FirstLocal + parameter)) = value;
        }
    }

    /// <summary>Begins a call.</summary>
    /// <returns>The frame to go back to.</returns>
    internal Frame? Begin(Evaluation evaluation)
    {
        evaluation.Tick();
        Frame? around = evaluation.Frame;
        if (IsCaptured)
        {
            evaluation.Frame = new Frame(around, Variables);
            evaluation.Frame.Slots.AsSpan(0, Parameters).Clear();
        }
        else if (Variables > Parameters)
        {
            for (int i = Parameters; i < Variables; i++)
            {
                evaluation.Local(FirstLocal + i) = Unbound.Value;
            }
        }

        return around;
    }

    internal JsonValue Call(Evaluation evaluation, JsonValue context, JsonValue first, int index, JsonValue list)
    {
        Frame? around = Begin(evaluation);
        Bind(evaluation, 0, first);
        Bind(evaluation, 1, index);
        Bind(evaluation, 2, list);
        BindRest(evaluation, 3);
        JsonValue result = Body.Evaluate(evaluation, context);
        evaluation.Frame = around;
        return result;
    }

    internal void BindRest(Evaluation evaluation, int from)
    {
        for (int i = from; i < Parameters; i++)
        {
            Bind(evaluation, i, default);
        }
    }
}
