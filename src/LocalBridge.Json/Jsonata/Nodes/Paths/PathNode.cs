using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>Represents a path that starts at the context value or at a variable.</summary>
/// <param name="head">The variable, or <see langword="null"/>.</param>
/// <param name="first">The first step behind it.</param>
internal sealed class PathNode(Node? head, Step first) : PathBase
{
    /// <summary>Gets a value indicating whether the first step does not depend on the context value, and is evaluated once where that is an array.</summary>
    internal bool IsAbsolute { get; init; }

    internal override JsonValue Evaluate(Evaluation evaluation, JsonValue context)
    {
        Step? rest = WalkFields(evaluation, context, out JsonValue value);
        if (rest is null)
        {
            return value.Reference is JsonArray || KeepsArray ? FinishSingle(value) : value;
        }

        var sink = new PathSink(evaluation);
        Continue(evaluation, rest, value, ref sink);
        return sink.Finish(KeepsArray);
    }

    internal override void Feed(Evaluation evaluation, JsonValue context, ref PathSink sink)
    {
        Step? rest = WalkFields(evaluation, context, out JsonValue value);
        if (rest is not null)
        {
            Continue(evaluation, rest, value, ref sink);
        }
        else if (!value.IsUndefined)
        {
            sink.Add(value);
        }
    }

    private void Continue(Evaluation evaluation, Step step, JsonValue value, ref PathSink sink)
    {
        if (value.Reference is JsonArray array && !IsAbsolute && (value.Bits & SequenceMarks.Whole) == 0)
        {
            evaluation.Tick();
            step.WalkAll(evaluation, array, ref sink);
        }
        else
        {
            step.Walk(evaluation, value, ref sink);
        }
    }

    // As long as there is one object at each step, there is nothing to collect.
    private Step? WalkFields(Evaluation evaluation, JsonValue context, out JsonValue value)
    {
        value = head is null ? context : head.Evaluate(evaluation, context);
        Step? step = first;
        if (value.IsUndefined && head is not null)
        {
            return null;
        }

        while (step is FieldStep field && value.Reference is JsonObject)
        {
            value = field.Find(evaluation, value);
            step = value.IsUndefined ? null : field.Next;
        }

        return step;
    }

    private JsonValue FinishSingle(JsonValue value)
    {
        if (value.IsUndefined)
        {
            return default;
        }

        var sink = default(PathSink);
        sink.Add(value);
        return sink.Finish(KeepsArray);
    }
}
