using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a path: steps, each evaluated for every result of the one before.</summary>
internal abstract class PathBase : Node
{
    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        var sink = new PathSink(evaluation);
        Feed(evaluation, context, ref sink);
        return sink.Finish(KeepsArray);
    }

    internal override JsonValue EvaluateSequence(Evaluation evaluation, JsonValue context)
    {
        var sink = new PathSink(evaluation);
        Feed(evaluation, context, ref sink);
        return sink.FinishSequence();
    }

    /// <summary>Hands each result of the last step to the sink.</summary>
    internal abstract void Feed(Evaluation evaluation, JsonValue context, ref PathSink sink);
}
