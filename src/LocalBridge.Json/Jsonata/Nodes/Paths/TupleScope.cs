using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Describes the variables that a path binds, and where the expressions in it look for them.</summary>
/// <param name="names">The names.</param>
/// <param name="slots">Their places on the stack; <see langword="null"/> where they stand in a frame on the heap.</param>
internal sealed class TupleScope(string[] names, int[]? slots)
{
    internal string[] Names => names;

    internal JsonValue[] CreateVariables()
    {
        var variables = new JsonValue[names.Length];
        Array.Fill(variables, Unbound.Value);
        return variables;
    }

    /// <summary>Takes over the variables that a path inside has bound.</summary>
    internal void Take(JsonValue[] variables, TupleScope inner, JsonValue[] innerVariables)
    {
        for (int i = 0; i < innerVariables.Length; i++)
        {
            int at = Array.IndexOf(names, inner.Names[i]);
            if (at >= 0 && !ReferenceEquals(innerVariables[i].Reference, Unbound.Instance))
            {
                variables[at] = innerVariables[i];
            }
        }
    }

    /// <summary>Lets expressions see the variables of a tuple.</summary>
    /// <returns>The frame to go back to.</returns>
    internal Frame? Enter(Evaluation evaluation, JsonValue[] variables)
    {
        Frame? around = evaluation.Frame;
        if (slots is not null)
        {
            for (int i = 0; i < slots.Length; i++)
            {
                evaluation.Local(slots[i]) = variables[i];
            }
        }
        else
        {
            evaluation.Frame = new Frame(around, names.Length);
            variables.CopyTo(evaluation.Frame.Slots, 0);
        }

        return around;
    }
}
