using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Applies a predicate to collected results, or numbers them.</summary>
/// <param name="Filter">The predicate, or <see langword="null"/>.</param>
/// <param name="Index">The variable that takes the position where there is no predicate.</param>
internal sealed record TupleStage(Filter? Filter, int Index)
{
    internal TupleStream Apply(Evaluation evaluation, TupleStream stream)
    {
        if (Filter is not null)
        {
            return stream.Filter(Filter, evaluation);
        }

        for (int i = 0; i < stream.Tuples.Count; i++)
        {
            stream.Tuples[i].Variables[Index] = i;
        }

        return stream;
    }
}
