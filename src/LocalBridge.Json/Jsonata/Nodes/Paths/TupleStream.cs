using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Holds the results of a path together with the variables that belong to each.</summary>
internal sealed class TupleStream(TupleScope scope)
{
    internal TupleScope Scope => scope;

    internal List<Tuple> Tuples { get; } = [];

    /// <summary>Lets expressions see the variables of one result.</summary>
    /// <returns>The frame to go back to.</returns>
    internal Frame? Enter(Evaluation evaluation, int index) => scope.Enter(evaluation, Tuples[index].Variables);

    /// <summary>Returns the same results with their variables in the order of another scope.</summary>
    internal TupleStream In(TupleScope other)
    {
        var stream = new TupleStream(other);
        foreach (Tuple tuple in Tuples)
        {
            JsonValue[] variables = other.CreateVariables();
            other.Take(variables, scope, tuple.Variables);
            stream.Tuples.Add(new Tuple(tuple.At, variables));
        }

        return stream;
    }

    /// <summary>Returns the results without their variables.</summary>
    internal JsonValue Collect(Evaluation evaluation)
    {
        int mark = evaluation.Top;
        foreach (Tuple tuple in Tuples)
        {
            evaluation.Push(tuple.At);
            evaluation.Note(tuple.At);
        }

        return evaluation.PopArray(mark, Sequences.SequenceMarks.Sequence);
    }

    internal TupleStream Filter(Filter filter, Evaluation evaluation)
    {
        var kept = new TupleStream(scope);
        if (filter.Index is { } index)
        {
            int at = Paths.Filter.Resolve(index, Tuples.Count);
            if (at >= 0)
            {
                kept.Tuples.Add(Tuples[at]);
            }

            return kept;
        }

        JsonValue constant = filter.EvaluateConstant(evaluation);
        for (int i = 0; i < Tuples.Count; i++)
        {
            Frame? around = Enter(evaluation, i);
            int times = filter.Count(evaluation, Tuples[i].At, i, Tuples.Count, constant);
            evaluation.Frame = around;
            for (; times > 0; times--)
            {
                kept.Tuples.Add(Tuples[i]);
            }
        }

        return kept;
    }
}
