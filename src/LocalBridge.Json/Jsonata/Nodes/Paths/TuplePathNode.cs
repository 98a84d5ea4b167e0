using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Nodes.Constructors;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a path that binds variables and has to see all results of a step at once: to number, filter by position, order or group them.</summary>
/// <param name="prefix">The steps before the first that binds a variable, or <see langword="null"/>.</param>
/// <param name="startsAtVariable">Whether the first step is a variable, which is evaluated once whatever the context value is.</param>
/// <param name="steps">The steps from the first that binds a variable on.</param>
/// <param name="scope">The variables.</param>
/// <param name="group">The grouping behind, or <see langword="null"/>.</param>
/// <param name="returnsTuples">Whether a path around needs the variables.</param>
internal sealed class TuplePathNode(
    Node? prefix,
    bool startsAtVariable,
    TupleStep[] steps,
    TupleScope scope,
    GroupNode? group,
    bool returnsTuples) : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        JsonValue result = EvaluateSequence(evaluation, context);
        return Sequence.Reduce(result, KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        JsonValue input = prefix is null ? context : prefix.EvaluateSequence(evaluation, context);
        if (prefix is not null && input.Reference is JsonArray { Count: 0 })
        {
            return group is null ? default(JsonValue) : group.Group(evaluation, input);
        }

        TupleStream stream = Start(input);
        for (int i = 0; i < steps.Length; i++)
        {
            stream = steps[i].Evaluate(evaluation, stream, i == 0);
        }

        if (group is not null)
        {
            return group.Group(evaluation, JsonValue.FromReference(stream, 0));
        }

        return returnsTuples ? JsonValue.FromReference(stream, 0) : stream.Collect(evaluation);
    }

    private TupleStream Start(JsonValue input)
    {
        var stream = new TupleStream(scope);
        if (input.Reference is JsonArray array && (prefix is not null || !startsAtVariable))
        {
            foreach (JsonValue item in array.AsSpan())
            {
                stream.Tuples.Add(new Tuple(item, scope.CreateVariables()));
            }
        }
        else
        {
            stream.Tuples.Add(new Tuple(input, scope.CreateVariables()));
        }

        return stream;
    }
}
