using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes.Paths;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Calls;

/// <summary>Adds up what a path results in, without making the array in between.</summary>
/// <param name="kind">What is wanted.</param>
/// <param name="path">The path.</param>
/// <param name="otherwise">The call by the usual way, for results that cannot be added up.</param>
internal sealed class AggregateNode(AggregateKind kind, PathBase path, NativeCallNode otherwise) : Node
{
    internal override bool IsBoolean => kind == AggregateKind.Exists;

    /// <summary>Makes a node where a function can add up and its argument is a path.</summary>
    internal static AggregateNode? TryCreate(NativeFunction function, Node[] arguments, CallSite site)
    {
        if (function.Number < 0 || arguments is not [PathBase { KeepsArray: false } path])
        {
            return null;
        }

        AggregateKind? kind = function.Name switch
        {
            "sum" => AggregateKind.Sum,
            "count" => AggregateKind.Count,
            "max" => AggregateKind.Max,
            "min" => AggregateKind.Min,
            "average" => AggregateKind.Average,
            "exists" => AggregateKind.Exists,
            _ => null,
        };
        return kind is { } known ? new AggregateNode(known, path, new NativeCallNode(function, arguments, site)) : null;
    }

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        int mark = evaluation.Top;
        var sink = new PathSink(evaluation, adds: true);
        path.Feed(evaluation, context, ref sink);
        bool isUsual = kind is AggregateKind.Count or AggregateKind.Exists ? !sink.HasWhole : !sink.HasOther;
        if (!isUsual)
        {
            evaluation.Pop(mark);
            return Sequence.Reduce(otherwise.EvaluateSequence(evaluation, context), KeepsArray);
        }

        return kind switch
        {
            AggregateKind.Count => sink.Count,
            AggregateKind.Exists => sink.Count > 0 || sink.Results == 1,
            AggregateKind.Sum => sink.Count > 0 || sink.Results == 1 ? Result(evaluation, sink.Sum) : default(JsonValue),
            _ when sink.Count == 0 => default,
            AggregateKind.Max => Result(evaluation, sink.Largest),
            AggregateKind.Min => Result(evaluation, sink.Smallest),
            _ => Result(evaluation, sink.Sum / sink.Count),
        };
    }

    private static JsonValue Result(Evaluation evaluation, double number)
    {
        evaluation.HoldsNonFinite |= !double.IsFinite(number);
        return JsonValue.FromFiniteDouble(number);
    }
}
