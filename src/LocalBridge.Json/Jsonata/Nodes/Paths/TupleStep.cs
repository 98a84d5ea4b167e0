using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a step of a path whose results have to be collected together with their variables.</summary>
internal sealed class TupleStep
{
    /// <summary>Gets the expression, or <see langword="null"/> for an order-by clause.</summary>
    internal Node? Node { get; init; }

    internal Ordering? Ordering { get; init; }

    /// <summary>Gets the variable that takes the input, or -1.</summary>
    internal int Ancestor { get; init; } = -1;

    /// <summary>Gets the variable that takes the result, or -1.</summary>
    internal int Focus { get; init; } = -1;

    /// <summary>Gets the variable that takes the position, or -1.</summary>
    internal int Index { get; init; } = -1;

    internal TupleStage[] Stages { get; init; } = [];

    internal TupleStream Evaluate(Evaluation evaluation, TupleStream input, bool isFirst)
    {
        TupleStream output = Ordering is null ? EvaluateNode(evaluation, input) : Sort(evaluation, input, isFirst);
        foreach (TupleStage stage in Stages)
        {
            output = stage.Apply(evaluation, output);
        }

        return output;
    }

    private TupleStream Sort(Evaluation evaluation, TupleStream input, bool isFirst)
    {
        TupleStream sorted = Ordering!.Sort(evaluation, input);
        if (isFirst && Index >= 0)
        {
            for (int i = 0; i < sorted.Tuples.Count; i++)
            {
                sorted.Tuples[i].Variables[Index] = i;
            }
        }

        return sorted;
    }

    private TupleStream EvaluateNode(Evaluation evaluation, TupleStream input)
    {
        var output = new TupleStream(input.Scope);
        for (int i = 0; i < input.Tuples.Count; i++)
        {
            evaluation.Tick();
            Tuple tuple = input.Tuples[i];
            Frame? around = input.Enter(evaluation, i);
            JsonValue value = Node!.Evaluate(evaluation, tuple.At);
            evaluation.Frame = around;
            if (value.Reference is TupleStream inner)
            {
                Merge(tuple, inner, output);
            }
            else if (value.Reference is JsonArray array)
            {
                for (int at = 0; at < array.Count; at++)
                {
                    Add(tuple, array[at], at, output);
                }
            }
            else if (!value.IsUndefined)
            {
                Add(tuple, value, 0, output);
            }
        }

        evaluation.CheckLength(output.Tuples.Count);
        return output;
    }

    private static void Merge(Tuple tuple, TupleStream inner, TupleStream output)
    {
        foreach (Tuple result in inner.Tuples)
        {
            var variables = (JsonValue[])tuple.Variables.Clone();
            output.Scope.Take(variables, inner.Scope, result.Variables);
            output.Tuples.Add(new Tuple(result.At, variables));
        }
    }

    private void Add(Tuple tuple, JsonValue value, int position, TupleStream output)
    {
        var variables = (JsonValue[])tuple.Variables.Clone();
        JsonValue next = value;
        if (Focus >= 0)
        {
            variables[Focus] = value;
            next = tuple.At;
        }

        if (Index >= 0)
        {
            variables[Index] = position;
        }

        if (Ancestor >= 0)
        {
            variables[Ancestor] = tuple.At;
        }

        output.Tuples.Add(new Tuple(next, variables));
    }
}
