using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Sequences;

namespace LocalBridge.Json.Jsonata.Nodes.Paths;

/// <summary>
/// Represents one step of a path. A step hands each of its results on to the next one at once, so nothing but the path's result is ever collected.
/// </summary>
internal abstract class Step
{
    /// <summary>Gets or sets the step behind, or <see langword="null"/> for the last.</summary>
    internal Step? Next { get; set; }

    /// <summary>Evaluates the step for one value, and the steps behind it for the results.</summary>
    internal abstract void Walk(Evaluation evaluation, JsonValue item, ref PathSink sink);

    /// <summary>Evaluates the steps from this one on for each element of an array.</summary>
    internal void WalkAll(Evaluation evaluation, JsonArray items, ref PathSink sink)
    {
        foreach (JsonValue item in items.AsSpan())
        {
            Walk(evaluation, item, ref sink);
        }
    }

    /// <summary>Hands a result on.</summary>
    protected void Forward(Evaluation evaluation, JsonValue value, ref PathSink sink)
    {
        if (Next is not { } next)
        {
            sink.Add(value);
        }
        else if (value.Reference is JsonArray array && (value.Bits & SequenceMarks.Whole) == 0)
        {
            evaluation.Tick();
            next.WalkAll(evaluation, array, ref sink);
        }
        else
        {
            next.Walk(evaluation, value, ref sink);
        }
    }

    /// <summary>Hands one element of a result that is a sequence on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void ForwardElement(Evaluation evaluation, JsonValue value, ref PathSink sink)
    {
        if (Next is { } next)
        {
            next.Walk(evaluation, value, ref sink);
        }
        else
        {
            sink.AddElement(value);
        }
    }

    /// <summary>Notes that the path has a result which is a sequence, be it empty.</summary>
    protected void AddNothing(ref PathSink sink)
    {
        if (Next is null)
        {
            sink.AddNothing();
        }
    }
}
